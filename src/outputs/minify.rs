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

/// A style sheet without comments and white space.
///
/// * `name`: its file, for the error.
///
/// # Errors
/// What cannot be read as CSS, with file, line and column.
#[cfg(feature = "minify")]
pub fn style(name: &str, text: &str) -> Result<String, String> {
    use lightningcss::printer::PrinterOptions;
    use lightningcss::stylesheet::MinifyOptions;
    use lightningcss::stylesheet::ParserOptions;
    use lightningcss::stylesheet::StyleSheet;
    let options = ParserOptions { filename: name.to_owned(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(text, options).map_err(|error| place(&error))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| place(&error))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    printed.map(|it| it.code).map_err(|error| place(&error))
}

/// As it is, where the program was built without the feature `minify`.
///
/// # Errors
/// None.
#[cfg(not(feature = "minify"))]
pub fn style(_name: &str, text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

/// `styles/2-page.css:12:5: Unexpected token …`.
#[cfg(feature = "minify")]
fn place<T: std::fmt::Display>(error: &lightningcss::error::Error<T>) -> String {
    let at = error.loc.as_ref();
    let at = at.map(|it| format!("{}:{}:{}: ", it.filename, it.line + 1, it.column)).unwrap_or_default();
    format!("{at}{}", error.kind)
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
