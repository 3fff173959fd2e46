//! What a publication is: whoever cites it must find the same one later. Its address is no fact, since
//! publishers move what they have published.

use crate::domain::Choice;
use crate::domain::Id;
use crate::record::Source;
use crate::register::Shelves;
use crate::register::facts::Fact;
use crate::report::Spanned;

pub(super) fn add<'r>(all: &mut Vec<Fact<'r>>, shelves: &'r Shelves) {
    shelves.sources.iter().for_each(|(id, source)| of_source(all, id, source));
}

/// A source says of itself what it is.
fn of_source<'r>(all: &mut Vec<Fact<'r>>, id: &'r Id, source: &'r Spanned<Source>) {
    let it = &source.value;
    let published = it.published.as_ref().map(|on| (on.value.to_string(), on.span));
    let own = |value: &String| (value.clone(), source.span);
    let values = [
        ("title", Some(own(&it.title))),
        ("publisher", Some(own(&it.publisher))),
        ("note", it.note.as_ref().map(own)),
        ("author", it.author.as_ref().map(own)),
        ("published", published),
        ("tier", Some((it.tier.value.word().to_owned(), it.tier.span))),
    ];
    for (key, value) in values {
        let Some((value, place)) = value else { continue };
        all.push(Fact {
            record: format!("sources/{id}"),
            key: key.to_owned(),
            value,
            sources: vec![id],
            place,
        });
    }
}
