//! How much of the article a row of a ledger quotes.

use super::one_line;
use crate::engine::without_bullet;

/// Longest claim, matter or sentence that a row quotes, in characters.
pub(super) const LONGEST: usize = 110;
/// The greatest number of characters of a head: few sentences of the press are longer, and a head that is cut tells less.
pub(super) const LONGEST_HEAD: usize = 280;
/// Characters of a long sentence that a row quotes before the wording that it is about.
const BEFORE_WORDING: usize = 40;

/// How much of a claim or sentence a row quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteLength {
    /// A line or two, for the screen.
    Short,
    /// All of it, for print.
    Whole,
}

impl QuoteLength {
    /// Returns a text in one line, cut if it is too long.
    pub(super) fn quote(self, text: &str) -> String {
        shortened(text, self.at_most(LONGEST))
    }

    /// Returns a text in one line; of one with more than `longest` characters the part around the `length` bytes from `start` on.
    pub(super) fn excerpt(self, text: &str, (start, length): (usize, usize), longest: usize) -> String {
        let longest = self.at_most(longest);
        let (before, rest) = text.split_at_checked(start).unwrap_or(("", text));
        let fits = |text: &str| text.chars().count() <= longest;
        if fits(text) || text.get(..start + length).is_some_and(fits) {
            return shortened(text, longest);
        }
        let context = before.char_indices().rev().nth(BEFORE_WORDING).map_or(0, |(at, _)| at);
        let context = before[context..].find(char::is_whitespace).map_or(start, |space| context + space);
        format!("… {}", shortened(&format!("{}{rest}", before[context..].trim_start()), longest))
    }

    /// The greatest number of characters.
    fn at_most(self, longest: usize) -> usize {
        if self == Self::Short { longest } else { usize::MAX }
    }
}

/// Returns a text in one line, without the bullet of a list or the sign of a quotation, cut after a word if it is longer than `longest` characters.
fn shortened(text: &str, longest: usize) -> String {
    let one_line = one_line(without_bullet(text.trim()).trim_start_matches(['>', ' ']));
    let Some((end, _)) = one_line.char_indices().nth(longest) else { return without_comma(&one_line) };
    let cut = one_line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", one_line[..cut].trim_end_matches([',', ';', ':']))
}

/// Leaves out the comma of the sentence that a quotation takes along: `“It is late,”` becomes `“It is late”`.
fn without_comma(line: &str) -> String {
    let line = line.trim_end_matches([',', ' ']);
    let mark = line.chars().next_back().filter(|mark| matches!(mark, '”' | '"'));
    let quoted = mark.and_then(|mark| Some((line.strip_suffix(mark)?.strip_suffix(',')?, mark)));
    quoted.map_or_else(|| line.to_owned(), |(words, mark)| format!("{words}{mark}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_quotations_are_cut_after_a_word() {
        let check = |text: &str, expected: &str| assert_eq!(shortened(text, LONGEST), expected);
        check("a  b\nc, ", "a b c");
        check("“It seems reckless,”", "“It seems reckless”");
        check(&"word ".repeat(30), &format!("{} …", ["word"; 22].join(" ")));
        check(&format!("{}, {}", "a".repeat(100), "b".repeat(20)), &format!("{} …", "a".repeat(100)));
        check(&"é".repeat(120), &format!("{} …", "é".repeat(110)));
        assert_eq!(shortened(&"word ".repeat(30), usize::MAX), ["word"; 30].join(" "));
    }

    #[test]
    fn an_excerpt_has_the_wording_that_it_is_about() {
        let check = |sentence: &str, wording: &str, expected: &str| {
            let start = sentence.find(wording).expect("the wording is in the sentence");
            assert_eq!(QuoteLength::Short.excerpt(sentence, (start, wording.len()), LONGEST), expected);
        };
        check("Parliament has yet to vote.", "has yet to vote", "Parliament has yet to vote.");
        let long = format!("{}after the long summer recess parliament has yet to vote on it.", "word ".repeat(40));
        check(&long, "has yet to vote", "… after the long summer recess parliament has yet to vote on it.");
        check(&long, "word word", &format!("{} …", ["word"; 22].join(" ")));
        check(&format!("{}é may", "é".repeat(200)), "may", "… may");
    }
}
