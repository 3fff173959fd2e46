//! Templates made small once, when they are loaded: every page comes out minified, and no page is
//! ever parsed for it. Minifying each page instead costs more than all other stages together.

/// A template without the white space and comments that readers never see.
///
/// Closing tags and the braces of the template language are kept. A template whose braces do not
/// come through unharmed and in their order (they may stand in text and inside quoted values,
/// not between attributes) stays as it is: the words of a page never depend on this.
pub fn template(text: &str) -> String {
    let small = minified(text);
    if braces(&small).eq(braces(text)) { small } else { text.to_owned() }
}

#[cfg(feature = "minify")]
fn minified(text: &str) -> String {
    let config = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        preserve_brace_template_syntax: true,
        ..minify_html::Cfg::new()
    };
    String::from_utf8_lossy(&minify_html::minify(text.as_bytes(), &config)).into_owned()
}

#[cfg(not(feature = "minify"))]
fn minified(text: &str) -> String {
    text.to_owned()
}

/// The template tags of a text, `{{ … }}` and `{% … %}`, in their order.
fn braces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start =
            rest.match_indices('{').map(|(at, _)| at).find(|at| rest[at + 1..].starts_with(['{', '%']))?;
        let close = if rest[start + 1..].starts_with('{') { "}}" } else { "%}" };
        let end = rest[start..].find(close).map_or(rest.len(), |at| start + at + 2);
        let tag = &rest[start..end];
        rest = &rest[end..];
        Some(tag)
    })
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::template;

    #[test]
    fn white_space_goes_and_braces_stay() {
        let text = "<ul class=\"a {% if b %}c{% endif %}\">\n  {% for x in y %}\n  <li>{{ x.name }}</li>\n  {% endfor %}\n</ul>\n";
        let small = template(text);
        assert!(small.len() < text.len(), "{small}");
        assert!(
            small.contains("{% for x in y %}") && small.contains("class=\"a {% if b %}c{% endif %}\""),
            "{small}"
        );
    }

    #[test]
    fn a_template_that_would_be_harmed_is_left_alone() {
        let text = "<tr{% if a %} class=\"b\"{% endif %}>\n  <td>x</td></tr>";
        assert_eq!(template(text), text);
    }
}
