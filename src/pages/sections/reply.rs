//! What someone says to an adverse item in which they are named, beside the item.

use crate::domain::PartialDate;
use crate::record::reply::Reply;
use crate::register::Register;

/// The replies to a record, each in a sentence or two.
///
/// * `today`: the as-at date, for requests whose day has passed.
pub fn replies(register: &Register, today: PartialDate, record: &str) -> Vec<String> {
    let own = register.shelves.replies.iter().filter(|it| it.about.value == record);
    own.map(|it| words(today, it)).collect()
}

fn words(today: PartialDate, it: &Reply) -> String {
    let (body, asked, due) = (&it.body.value, it.asked.value.long(), it.due.value);
    match (&it.received, &it.text) {
        (Some(received), Some(text)) => format!("{body} replied on {}: “{text}”", received.value.long()),
        _ if due.is_before(today) => {
            format!("{body} was asked on {asked} for a reply by {}; none had come.", due.long())
        }
        _ => format!("{body} was asked on {asked} for a reply by {}.", due.long()),
    }
}
