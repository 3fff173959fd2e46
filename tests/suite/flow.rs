//! The flow as a whole: the same input makes the same bytes, whatever the folder or the threads.

use crate::case::Case;
use crate::case::record;
use crate::case::text_of;

#[test]
fn two_builds_in_two_folders_are_byte_for_byte_the_same() {
    assert!(Case::base().build().artifacts == Case::base().build().artifacts);
}

#[test]
fn one_thread_builds_what_many_do() {
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    let alone = one.install(|| Case::record().build().artifacts);
    assert!(alone == record().artifacts);
}

#[test]
fn readers_get_the_same_words_minified_or_not() {
    for case in [Case::base(), Case::alone("housing")] {
        let (small, plain) = (case.build_with(true), case.build_with(false));
        for (a, b) in small.artifacts.iter().zip(&plain.artifacts).filter(|(a, _)| a.path.ends_with(".html"))
        {
            let text = |bytes: &[u8]| text_of(&String::from_utf8_lossy(bytes), "body").replace(' ', "");
            assert_eq!(text(&a.bytes), text(&b.bytes), "{}", a.path);
        }
    }
}

#[cfg(feature = "minify")]
#[test]
fn every_built_in_template_comes_out_smaller() {
    let case = Case::base();
    let (small, plain) = (case.build_with(true), case.build_with(false));
    for (a, b) in small.artifacts.iter().zip(&plain.artifacts) {
        // A card for other sites is made without a template.
        if !a.path.ends_with("index.html") {
            continue;
        }
        assert!(a.bytes.len() < b.bytes.len(), "{} is not minified", a.path);
    }
}

#[test]
fn a_theme_of_ones_own_overrides_file_by_file() {
    let case = Case::base();
    let templates = case.root().join("themes/loxley/templates");
    std::fs::create_dir_all(&templates).expect("a folder can be made");
    let own = "{% extends \"builtin/prose.html\" %}{% block menu %}<li>Our own entry</li>{% endblock %}";
    std::fs::write(templates.join("prose.html"), own).expect("a file can be written");
    let built = case.build();
    assert!(text_of(&built.html("/about/"), "header").contains("Our own entry"));
    assert!(!text_of(&built.html("/glossary/"), "header").contains("Our own entry"));
}
