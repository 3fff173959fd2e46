//! Pages: a plan and a theme make HTML. The only module that touches the template engine.

use rayon::prelude::*;
use tera::Context;
use tera::Tera;
use tera::Value;
use thiserror::Error;

use crate::content::Tree;
use crate::domain::capitalised;
use crate::outputs::Artifact;
use crate::outputs::Theme;
use crate::outputs::assets::Assets;
use crate::outputs::minify;
use crate::outputs::terms::Terms;
use crate::pages::Page;
use crate::pages::Plan;

/// A template that cannot be read or does not fit its page.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct RenderError(pub(super) String);

/// Makes every file of the site, sorted by path.
///
/// * `tree`: where pictures come from.
/// * `minified`: whether templates are minified when they are loaded.
///
/// # Errors
/// [`RenderError`] names the template, line and column; the first in the order of the pages.
pub fn render(tree: &Tree, theme: &Theme, plan: Plan, minified: bool) -> Result<Vec<Artifact>, RenderError> {
    let plain = engine(theme, &str::to_owned)?;
    let small = if minified { engine(theme, &minify::template)? } else { plain.clone() };
    let assets = Assets::of(theme, &plan.data, minified)?;
    let shared = Shared {
        site: Value::from_serializable(&plan.site),
        theme: Value::from_serializable(&theme.settings),
        asset: Value::from_serializable(&assets.names),
        terms: Terms::new(&plan.terms),
    };
    // Pages differ a thousandfold in size, so that none may wait in a heap behind another; each is let go
    // where it was rendered, or one core would have all to tidy up.
    let pages: Vec<Result<Artifact, RenderError>> = plan
        .pages
        .into_par_iter()
        .with_max_len(1)
        .map(|page| {
            // A fault is told at its place in the template as its author knows it.
            one(&small, &shared, &page).or_else(|_| one(&plain, &shared, &page))
        })
        .collect();
    let mut artifacts = pages.into_iter().collect::<Result<Vec<_>, _>>()?;
    artifacts.extend(plan.files.into_iter().map(|(path, text)| Artifact { path, bytes: text.into_bytes() }));
    artifacts.extend(assets.files);
    artifacts.extend(
        plan.assets
            .iter()
            .map(|it| Artifact { path: it.path.clone(), bytes: tree.file(it.file).bytes.clone() }),
    );
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(artifacts)
}

/// The templates, compiled once. A site's own stand before the built-in ones of the same name,
/// which it can still extend as `builtin/NAME`.
fn engine(theme: &Theme, small: &dyn Fn(&str) -> String) -> Result<Tera, RenderError> {
    let mut tera = Tera::new();
    tera.register_filter("sentence", |text: &str, _: tera::Kwargs, _: &tera::State| capitalised(text));
    tera.set_fallback_prefixes(["builtin/"]).map_err(explain)?;
    let built_in = theme.built_in.iter().map(|(name, text)| (format!("builtin/{name}"), small(text)));
    let own = theme.own.iter().map(|(name, text)| (name.clone(), small(text)));
    tera.add_raw_templates(built_in.chain(own).collect::<Vec<_>>()).map_err(explain)?;
    Ok(tera)
}

/// What every page is given.
struct Shared {
    site: Value,
    theme: Value,
    /// What the files that pages load are called in this build.
    asset: Value,
    /// Words of the glossary; nothing where there are none.
    terms: Option<Terms>,
}

fn one(tera: &Tera, shared: &Shared, page: &Page) -> Result<Artifact, RenderError> {
    let mut context = Context::new();
    context.insert_value("site", shared.site.clone());
    context.insert_value("theme", shared.theme.clone());
    context.insert_value("asset", shared.asset.clone());
    context.insert("head", &page.head);
    context.insert("page", &page.body);
    let mut html = tera.render(page.body.template(), &context).map_err(explain)?;
    if let Some(terms) = shared.terms.as_ref().filter(|_| page.body.explains_words()) {
        html = terms.link(&html, &format!("{}glossary/index.html", page.head.root));
    }
    Ok(Artifact { path: page.file.clone(), bytes: html.into_bytes() })
}

fn explain(error: tera::Error) -> RenderError {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        text.push_str(&format!("\n{cause}"));
        source = cause.source();
    }
    RenderError(text)
}
