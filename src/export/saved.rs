//! Reads the JSON export: the text, the filter and the ignored findings.

use crate::engine::{Span, analyze};
use crate::reading::{ExceptionList, Filter, Note, NoteList, Provenance, first_words};
use serde::Deserialize;

/// A saved article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The article.
    pub text: String,
    /// The filter.
    pub filter: Filter,
    /// The ignored findings and rules.
    pub ignored: ExceptionList,
    /// Where the text comes from.
    pub from: Option<Provenance>,
    /// The notes of the reader.
    pub notes: NoteList,
}

/// The part of the export that is read.
#[derive(Deserialize)]
struct File {
    schema: u32,
    text: String,
    #[serde(default)]
    from: Option<Provenance>,
    #[serde(default)]
    shown: Shown,
    #[serde(default)]
    notes: Vec<SavedNote>,
}

#[derive(Deserialize)]
struct SavedNote {
    start: usize,
    end: usize,
    note: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    filter: String,
    ignored: String,
}

impl Saved {
    /// Reads a JSON export of this version or an older one. Returns `None` for anything else, and for an export without text.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let File { schema, text, from, shown, notes } = serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()?;
        let known = schema <= super::json::SCHEMA && !text.trim().is_empty();
        known.then(|| Self {
            filter: Filter::decode(&shown.filter),
            ignored: ExceptionList::decode(&shown.ignored),
            from: from.map(|from| from.tidied()),
            notes: notes_of(&text, notes),
            text,
        })
    }
}

/// Returns the notes whose offsets, in code points, are in the text.
fn notes_of(text: &str, saved: Vec<SavedNote>) -> NoteList {
    let mut notes = NoteList::default();
    if saved.is_empty() {
        return notes;
    }
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let article = first_words(text, &analyze(text));
    for SavedNote { start, end, note } in saved {
        if let (Some(start), Some(end)) = (starts.get(start), starts.get(end.max(start)))
            && let Some(note) = Note::new(article.clone(), text, Span { start: *start, end: *end }, note)
        {
            notes.add(note);
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Document, Format};

    const TEXT: &str = "Ferry “story”\n\nIt may rain, officials said. 🚢 No decision has been made.";

    fn document<'a>(filter: &'a Filter, ignored: &'a ExceptionList, notes: &NoteList) -> Document<'a> {
        let report = analyze(TEXT);
        Document::new(TEXT, &report, filter, ignored).with_notes(&notes.in_text(&first_words(TEXT, &report), TEXT))
    }

    #[test]
    fn notes_are_in_every_format_and_come_back_from_json() {
        let mut notes = NoteList::default();
        for (words, comment) in [("ay rain", "Who\nsays <so>?"), ("🚢 No decision", "Ask *her*.")] {
            let start = TEXT.find(words).expect("it is there");
            let span = Span { start, end: start + words.len() };
            notes.add(Note::new(first_words(TEXT, &analyze(TEXT)), TEXT, span, comment.into()).expect("a passage"));
        }
        let (filter, ignored) = (Filter::default(), ExceptionList::default());
        let document = document(&filter, &ignored, &notes);
        let json = Format::Json.write(&document);
        assert!(json.contains(r#""notes":[{"start":19,"end":26,"text":"ay rain","note":"Who\nsays <so>?"}"#), "{json}");
        assert_eq!(Saved::read(&json).map(|saved| saved.notes), Some(notes));
        let html = Format::Html.write(&document);
        assert!(html.contains(r##"rain<sup><a id="p1" href="#o1">Note 1</a></sup>, "##), "{html}");
        assert!(html.contains("<a href=\"#p1\">“ay rain”</a> Who\nsays &lt;so&gt;?</li>"), "{html}");
        let markdown = Format::Markdown.write(&document);
        assert!(markdown.contains("rain[^note-1], ") && markdown.contains("[^note-1]: “ay rain” Who says \\<so\\>?\n"), "{markdown}");
        let annotations: serde_json::Value = serde_json::from_str(&Format::Annotation.write(&document)).expect("JSON");
        let items = annotations["first"]["items"].as_array().expect("items");
        assert_eq!(annotations["total"], items.len());
        let own: Vec<_> = items.iter().filter(|item| item["motivation"] == "commenting").collect();
        assert_eq!((own.len(), &own[1]["body"][0]["value"]), (2, &"Ask *her*.".into()));
        assert_eq!(own[1]["target"]["selector"][1]["exact"], "🚢 No decision");
    }

    #[test]
    fn notes_outside_of_the_text_are_left_out() {
        let json = r#"{"schema":3,"text":"It may rain.","notes":[{"start":3,"end":99,"note":"a"},{"start":9,"end":3,"note":"b"},{"start":3,"end":6,"note":"c"}]}"#;
        let notes = Saved::read(json).expect("an article").notes;
        assert_eq!(notes.notes().iter().map(|note| (note.words.as_str(), note.comment.as_str())).collect::<Vec<_>>(), [("may", "c")]);
    }
}
