//! Words of the text on one line, for views that quote them.

use crate::engine::lex::line_break::{is_divided, is_page_mark};
use std::borrow::Cow;

/// Returns the words on one line, without the `>` of quoted mail at the start of a line, the number of a page that ends there, and the hyphen
/// of a word divided there. Each run of white space becomes one space.
#[must_use]
pub fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    let last = words.lines().count().saturating_sub(1);
    let mut apart = false;
    for (number, part) in words.lines().enumerate() {
        let part = if number > 0 { part.trim_start_matches(|c: char| c == '>' || c.is_whitespace()) } else { part };
        if number > 0 && number < last && is_page_mark(part, apart) {
            continue;
        }
        apart = part.trim().is_empty();
        let before = line.rsplit(' ').next().unwrap_or_default();
        let next = part.split_whitespace().next().unwrap_or_default();
        // `well-` and `known`
        let is_compound = before.len() > 1 && before.ends_with('-') && next.starts_with(char::is_alphabetic);
        if is_divided(before, next) {
            line.pop();
        } else if !line.is_empty() && !next.is_empty() && !is_compound {
            line.push(' ');
        }
        for (at, word) in part.split_whitespace().enumerate() {
            line += if at > 0 { " " } else { "" };
            line += word;
        }
    }
    line
}

/// Returns the words on one line, as [`one_line`] does; such that are on one line already as they are.
#[must_use]
pub fn in_one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r']) { one_line(words).into() } else { words.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_without_the_marks_of_quoted_mail() {
        assert_eq!(one_line("no  final\n decision\t"), "no final decision");
        assert_eq!(one_line("the plan\n> may\n> > fail\n>\n>next"), "the plan may fail next");
        assert_eq!(one_line("> it is 3 > 2"), "> it is 3 > 2");
        assert_eq!(one_line("two\n> senior engi-\n> neers of the well-\n> known firm"), "two senior engineers of the well-known firm");
        assert_eq!(one_line("the “well-\nknown” firm"), "the “well-known” firm");
        assert_eq!(one_line("by May\n12"), "by May 12");
        assert_eq!(one_line("no final\n\n- 12 -\n\ndecision"), "no final decision");
        assert_eq!(one_line(""), "");
    }
}
