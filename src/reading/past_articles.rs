//! The library of past articles: an entry as it is stored, search, and what counts as the same article.

use super::practice_results::first_words;
use super::provenance::Provenance;
use crate::engine::Report;
use crate::lexicon::Category;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// An article of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastArticle {
    /// The day on which it was last on the page, as `2026-11-26`.
    pub date: String,
    /// Its first words.
    pub title: String,
    /// The number of its marks by category.
    pub marks: [usize; 3],
    /// The length of its text in characters.
    pub length: usize,
    /// The text in UTF-8, compressed.
    pub packed: Vec<u8>,
    /// Where it comes from, as far as it is known.
    pub from: Option<Provenance>,
}

impl PastArticle {
    /// Describes a text, of which `packed` is the compressed form.
    #[must_use]
    pub fn new(date: String, text: &str, from: Option<Provenance>, report: &Report, packed: Vec<u8>) -> Self {
        let title = first_words(text, report);
        Self { date, title, marks: Category::ALL.map(|category| report.count(category)), length: text.chars().count(), packed, from }
    }

    /// Writes the article as text for the storage.
    #[must_use]
    pub fn code(&self) -> String {
        let [hedges, sources, decisions] = self.marks;
        let title = self.title.replace(['\t', '\n', '\r'], " ");
        let (date, length, packed) = (&self.date, self.length, STANDARD_NO_PAD.encode(&self.packed));
        let from = self.from.as_ref().map(Provenance::code).unwrap_or_default();
        format!("{date}\t{hedges}\t{sources}\t{decisions}\t{length}\t{title}\t{packed}\t{from}")
    }

    /// Reads what [`PastArticle::code`] writes. Returns `None` for anything else.
    #[must_use]
    pub fn decode(code: &str) -> Option<Self> {
        let mut parts = code.split('\t');
        let date = parts.next().filter(|date| !date.is_empty())?.to_owned();
        let mut number = || parts.next()?.parse().ok();
        let (marks, length) = ([number()?, number()?, number()?], number()?);
        let title = parts.next()?.to_owned();
        let packed = STANDARD_NO_PAD.decode(parts.next()?).ok()?;
        // Articles that were kept before their origin was noted have no such part.
        let from = parts.next().and_then(Provenance::decode);
        parts.next().is_none().then_some(Self { date, title, marks, length, packed, from })
    }
}

/// The most that the library may take of the storage, in UTF-16 units. Browsers give a site 2.5 million or more, and the article on the page
/// needs room too.
pub const LARGEST_LIBRARY: usize = 1_800_000;

/// Returns true if all words of a query occur in the title or the text of an article, in any case.
#[must_use]
pub fn is_about(query: &str, title: &str, text: &str) -> bool {
    let (title, text) = (title.to_lowercase(), text.to_lowercase());
    query.to_lowercase().split_whitespace().all(|word| title.contains(word) || text.contains(word))
}

/// Returns true if `new` is the text `old` after some editing: at least half of the longer one is the same at both ends.
#[must_use]
pub fn is_version_of(new: &str, old: &str) -> bool {
    let start = new.bytes().zip(old.bytes()).take_while(|(new, old)| new == old).count();
    let end = new.bytes().rev().zip(old.bytes().rev()).take_while(|(new, old)| new == old).count();
    let (shorter, longer) = (new.len().min(old.len()), new.len().max(old.len()));
    (start + end).min(shorter) * 2 >= longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn an_article_is_stored_and_read_back() {
        let text = "Ferry story\n\nIt may rain, officials said. No decision has been made.";
        let article = PastArticle::new("2026-11-26".into(), text, None, &analyze(text), vec![0, 9, 255, 10]);
        assert_eq!((article.title.as_str(), article.marks, article.length), ("Ferry story", [1, 1, 1], text.len()));
        assert_eq!(PastArticle::decode(&article.code()), Some(article.clone()));
        let from = Some(Provenance { title: "A\ttitle".into(), outlet: "The Coast".into(), ..Provenance::default() }.tidied());
        let article = PastArticle { from, ..article };
        assert_eq!(PastArticle::decode(&article.code()), Some(article.clone()));
        let odd = PastArticle { title: "a\tb\nc".into(), ..article };
        assert_eq!(PastArticle::decode(&odd.code()).map(|read| read.title), Some("a b c".into()));
    }

    #[test]
    fn entries_without_an_origin_are_read() {
        let read = PastArticle::decode("2026-11-26\t1\t0\t2\t5\ttitle\tAAk");
        assert_eq!(read.map(|read| (read.marks, read.packed, read.from)), Some(([1, 0, 2], vec![0, 9], None)));
    }

    #[test]
    fn damaged_entries_are_none() {
        for code in ["", "x", "2026-11-26\t1\t1\t1\t5\ttitle", "2026-11-26\t1\tno\t1\t5\ttitle\t\u{1000}", "d\t1\t1\t1\t5\tt\ta!c"] {
            assert_eq!(PastArticle::decode(code), None, "{code:?}");
        }
    }

    #[test]
    fn a_query_is_found_in_title_and_text() {
        let check = |query: &str, expected: bool| assert_eq!(is_about(query, "Ferry story", "The port may close."), expected, "{query}");
        check("", true);
        check("PORT ferry", true);
        check("port  May", true);
        check("port tram", false);
    }

    #[test]
    fn an_edited_text_is_a_version_and_another_one_is_not() {
        let old = "The ferry may sail on Monday, and the port may close.";
        let check = |new: &str, expected: bool| assert_eq!(is_version_of(new, old), expected, "{new}");
        check(old, true);
        check("The ferry will sail on Monday, and the port may close.", true);
        check("The ferry may sail on Monday.", true);
        check("", false);
        check("The tram stops.", false);
        check(&old.repeat(3), false);
    }
}
