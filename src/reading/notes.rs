//! Notes of the reader on passages. A note is found again by its words and the text around them, so it moves along when the text is edited.

use crate::engine::Span;
use serde::{Deserialize, Serialize};

/// Length of the text that is remembered before and after a passage, in characters.
const CONTEXT: usize = 48;
/// Words of this length in bytes are found again without any context.
const DISTINCT: usize = 24;
/// Bytes of the context that must be the same where shorter words are found again.
const ENOUGH: usize = 8;
/// Largest number of notes that are kept; the oldest are removed first.
const MOST: usize = 1_000;
/// Longest passage in bytes.
pub const LONGEST_PASSAGE: usize = 4_000;

/// A note on a passage.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The first words of the article, by which notes of one article belong together.
    pub article: String,
    /// The words of the passage.
    pub words: String,
    /// The text before it.
    pub before: String,
    /// The text after it.
    pub after: String,
    /// What the reader says.
    pub comment: String,
}

/// A note of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedNote {
    /// The note.
    pub note: Note,
    /// Where its passage stands; `None` if its words are no longer in the text.
    pub span: Option<Span>,
}

impl Note {
    /// Makes a note on a passage, without the white space around it. Returns `None` for a passage without words or a very long one.
    #[must_use]
    pub fn new(article: String, text: &str, span: Span, comment: String) -> Option<Self> {
        let (words, start) = (span.of(text).trim(), span.of(text).len() - span.of(text).trim_start().len());
        if words.is_empty() || words.len() > LONGEST_PASSAGE {
            return None;
        }
        let start = span.start + start;
        let end = start + words.len();
        let from = text[..start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = text[end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| end + at);
        let (before, after) = (text[from..start].to_owned(), text[end..to].to_owned());
        Some(Self { article, words: words.to_owned(), before, after, comment })
    }

    /// True if both are about the same passage.
    #[must_use]
    pub fn same_passage(&self, other: &Self) -> bool {
        (&self.article, &self.words, &self.before, &self.after) == (&other.article, &other.words, &other.before, &other.after)
    }

    /// Finds the passage: of the places with its words, the one whose surroundings are most alike. In the text of another article the
    /// surroundings must be the same.
    #[must_use]
    pub fn find(&self, article: &str, text: &str) -> Option<Span> {
        if self.words.is_empty() {
            return None;
        }
        let alike = |start: usize| {
            let (before, after) = (text[..start].bytes().rev(), text[start + self.words.len()..].bytes());
            let same = |(one, other): &(u8, u8)| one == other;
            before.zip(self.before.bytes().rev()).take_while(same).count() + after.zip(self.after.bytes()).take_while(same).count()
        };
        let places = text.match_indices(&self.words).map(|(start, _)| (alike(start), std::cmp::Reverse(start)));
        let (alike, std::cmp::Reverse(start)) = places.max()?;
        let all = self.before.len() + self.after.len();
        let least = match article == self.article {
            false => all,
            true if self.words.len() >= DISTINCT => 0,
            true => all.min(ENOUGH),
        };
        (alike >= least).then_some(Span { start, end: start + self.words.len() })
    }
}

/// All notes, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteList(Vec<Note>);

impl NoteList {
    /// Returns all notes, of every article.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.0
    }

    /// Adds a note, in place of one on the same passage.
    pub fn add(&mut self, note: Note) {
        match self.0.iter_mut().find(|other| other.same_passage(&note)) {
            Some(other) => *other = note,
            None => self.0.push(note),
        }
        self.0.drain(..self.0.len().saturating_sub(MOST));
    }

    /// Returns the note on the same passage as this one.
    #[must_use]
    pub fn on_passage_of(&self, note: &Note) -> Option<&Note> {
        self.0.iter().find(|other| other.same_passage(note))
    }

    /// Removes the note on a passage.
    pub fn remove(&mut self, note: &Note) {
        self.0.retain(|other| !other.same_passage(note));
    }

    /// Returns the notes that were made on the article with these first words.
    #[must_use]
    pub fn of_article(&self, article: &str) -> Vec<Note> {
        self.0.iter().filter(|note| note.article == article).cloned().collect()
    }

    /// Returns the notes of an article in the order of its text; last those whose words are gone.
    #[must_use]
    pub fn in_text(&self, article: &str, text: &str) -> Vec<PlacedNote> {
        let placed = |note: &Note| PlacedNote { note: note.clone(), span: note.find(article, text) };
        let here = |placed: &PlacedNote| placed.span.is_some() || placed.note.article == article;
        let mut placed: Vec<PlacedNote> = self.0.iter().map(placed).filter(here).collect();
        placed.sort_by_key(|placed| placed.span.map_or((1, 0), |span| (0, span.start)));
        placed
    }

    /// Writes the notes as JSON, for the storage and for links.
    #[must_use]
    pub fn code(&self) -> String {
        if self.0.is_empty() { String::new() } else { serde_json::to_string(&self.0).unwrap_or_default() }
    }

    /// Reads what [`NoteList::code`] writes; anything else is an empty list.
    #[must_use]
    pub fn decode(code: &str) -> Self {
        let mut notes = Self::default();
        serde_json::from_str::<Vec<Note>>(code).unwrap_or_default().into_iter().for_each(|note| notes.add(note));
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ferry story\n\nThe ferry may sail on Monday. The port may close on Friday. Nobody knows when it may open.";

    fn note(words: &str, nth: usize) -> Note {
        let start = TEXT.match_indices(words).nth(nth).expect("it is there").0;
        Note::new("Ferry story".into(), TEXT, Span { start, end: start + words.len() }, "Why?".into()).expect("a passage")
    }

    /// Checks what stands before the passage in a text; `None` if it is not found.
    #[track_caller]
    fn check(note: &Note, text: &str, before: Option<&str>) {
        let article = text.lines().next().unwrap_or_default();
        let found = note.find(article, text);
        assert_eq!(found.map(|span| &text[..span.start]), before);
        assert!(found.is_none_or(|span| span.of(text) == note.words));
    }

    #[test]
    fn a_note_moves_along_when_the_text_is_edited() {
        let port = note("may", 1);
        check(&port, TEXT, Some("Ferry story\n\nThe ferry may sail on Monday. The port "));
        check(&port, "Ferry story\n\nThe port may close on Friday.", Some("Ferry story\n\nThe port "));
        check(&port, "Ferry story\n\nIt may rain. The port may close on Friday.", Some("Ferry story\n\nIt may rain. The port "));
        check(&port, "Ferry story\n\nThe port may stay open. It may rain.", Some("Ferry story\n\nThe port "));
        check(&port, "Ferry story\n\nThe port will close on Friday.", None);
        check(&port, "Ferry story\n\nIt may rain.", None);
    }

    #[test]
    fn a_note_stays_with_its_article() {
        let port = note("The port may close on Friday", 0);
        check(&port, "Ferry story\n\nWell: The port may close on Friday!", Some("Ferry story\n\nWell: "));
        check(&port, "Tram story\n\nThe port may close on Friday.", None);
        let moved = TEXT.replace("Ferry story", "Another headline");
        check(&note("Nobody", 0), &moved, Some(&moved[..moved.find("Nobody").expect("it is there")]));
    }

    #[test]
    fn notes_are_listed_in_the_order_of_the_text_and_none_is_lost() {
        let mut notes = NoteList::default();
        notes.add(note("Friday", 0));
        notes.add(note("ferry", 0));
        let text = TEXT.replace("Friday", "Sunday");
        let listed: Vec<_> =
            notes.in_text("Ferry story", &text).iter().map(|note| (note.note.words.clone(), note.span.is_some())).collect();
        assert_eq!(listed, [("ferry".to_owned(), true), ("Friday".to_owned(), false)]);
        assert_eq!(notes.in_text("Tram story", "Tram story"), []);
        assert_eq!(NoteList::decode(&notes.code()), notes);
        notes.add(Note { comment: "Because.".into(), ..note("ferry", 0) });
        assert_eq!((notes.notes().len(), notes.notes()[1].comment.as_str()), (2, "Because."));
        notes.remove(&notes.notes()[1].clone());
        assert_eq!(notes.notes().len(), 1);
    }

    #[test]
    fn passages_are_trimmed_and_others_are_refused() {
        let new = |text: &str| Note::new(String::new(), text, Span { start: 0, end: text.len() }, String::new());
        assert_eq!(new(" It may \n").map(|note| (note.words, note.before)), Some(("It may".into(), " ".into())));
        assert_eq!((new("  "), new(""), new(&"a".repeat(LONGEST_PASSAGE + 1))), (None, None, None));
        assert_eq!(NoteList::decode("{"), NoteList::default());
        assert_eq!(NoteList::default().code(), "");
    }
}
