//! The strings that say where a text comes from.

use crate::reading::Provenance;

/// What stands before the title.
pub const ORIGIN: &str = "From";

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Returns the title in quotation marks, or else the outlet or the address.
#[must_use]
pub fn origin_title(from: &Provenance) -> String {
    let known = [&from.outlet, &from.address].into_iter().find(|words| !words.is_empty());
    if from.title.is_empty() { known.cloned().unwrap_or_default() } else { format!("“{}”", from.title) }
}

/// Returns what follows the title: the outlet, unless it is the title, and the day.
#[must_use]
pub fn origin_details(from: &Provenance) -> String {
    let outlet = if from.title.is_empty() || from.outlet.is_empty() { String::new() } else { format!(", {}", from.outlet) };
    let day = if from.read.is_empty() { String::new() } else { format!(", read on {}", day(&from.read)) };
    outlet + &day
}

/// Returns all of it in one sentence, with the address in full.
#[must_use]
pub fn origin_sentence(from: &Provenance) -> String {
    let address = if from.link().is_none() || from.address == origin_title(from) { String::new() } else { format!(" {}", from.address) };
    format!("{ORIGIN} {}{}.{address}", origin_title(from), origin_details(from))
}

/// Returns `2026-11-26` as `26 November 2026`, and anything else as it is.
pub(super) fn day(date: &str) -> String {
    let mut parts = date.splitn(3, '-').map(str::parse::<usize>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day))) => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check([title, outlet, address, read]: [&str; 4], expected: &str) {
        let [title, outlet, address, read] = [title, outlet, address, read].map(str::to_owned);
        assert_eq!(origin_sentence(&Provenance { title, outlet, address, read }), expected);
    }

    #[test]
    fn what_is_known_makes_a_sentence() {
        let address = "https://news.example/plan";
        check(["A plan", "The News", address, "2026-11-06"], "From “A plan”, The News, read on 6 November 2026. https://news.example/plan");
        check(["", "The News", address, ""], "From The News. https://news.example/plan");
        check(["", "", address, ""], "From https://news.example/plan.");
        check(["plan.txt", "", "", "2026-13-01"], "From “plan.txt”, read on 2026-13-01.");
    }
}
