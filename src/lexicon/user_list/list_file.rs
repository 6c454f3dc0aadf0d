//! Reads the file of a reader's own list. It accepts the part of TOML that lists use, which keeps the page small.

use super::list::{Exempt, LONGEST_LIST, List, ListFault, LookAlike, Word, plain};
use toml_parser::decoder::ScalarKind;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

impl List {
    /// Reads a list from TOML.
    ///
    /// # Errors
    /// What is wrong with it, with the line.
    pub fn read(toml: &str) -> Result<Self, ListFault> {
        if toml.len() > LONGEST_LIST {
            return Err(plain(format!("A list may hold {LONGEST_LIST} bytes; this one has {}.", toml.len())));
        }
        read(toml.trim_start_matches('\u{feff}'))
    }
}

/// Reads a list.
///
/// # Errors
/// The first fault, with its line.
fn read(toml: &str) -> Result<List, ListFault> {
    let source = Source::new(toml);
    let tokens = source.lex().into_vec();
    let mut events: Vec<Event> = Vec::new();
    let mut error: Option<ParseError> = None;
    parse_document(&tokens, &mut RecursionGuard::new(&mut events, DEEPEST), &mut error);
    if let Some(error) = error {
        let place = error.unexpected().or(error.context()).map_or(0, |span| span.start());
        return Err(in_line(toml, place, error.description()));
    }
    let mut reader = Reader::default();
    for event in events {
        reader.take(&source, event).map_err(|fault| in_line(toml, event.span().start(), &fault))?;
    }
    reader.end_section().map_err(|fault| in_line(toml, toml.len(), &fault))?;
    Ok(reader.list)
}

/// Arrays and tables inside each other.
const DEEPEST: u32 = 8;

fn in_line(toml: &str, place: usize, fault: &str) -> ListFault {
    let line = toml.get(..place).map_or(1, |before| before.matches('\n').count() + 1);
    plain(format!("Line {line}: {}.", fault.trim_end_matches('.')))
}

#[derive(Default)]
struct Reader {
    list: List,
    section: Section,
    in_head: bool,
    key: String,
    /// The key inside `{ }`.
    inner: Option<String>,
    arrays: usize,
    seen: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Section {
    #[default]
    None,
    Entry,
    Exempt,
}

impl Reader {
    fn take(&mut self, source: &Source<'_>, event: Event) -> Result<(), String> {
        match event.kind() {
            EventKind::StdTableOpen => return Err(SECTIONS.into()),
            EventKind::ArrayTableOpen => {
                self.end_section()?;
                self.in_head = true;
            }
            EventKind::ArrayTableClose => self.in_head = false,
            EventKind::SimpleKey => {
                let mut key = std::borrow::Cow::Borrowed("");
                let mut fault = None;
                source.get(event).ok_or(SECTIONS)?.decode_key(&mut key, &mut fault);
                told(fault)?;
                self.key(key.into_owned())?;
            }
            EventKind::KeySep => return Err("a key has no dots here".into()),
            EventKind::InlineTableOpen if self.key == "unless" && self.arrays == 1 => {
                self.list.entries.last_mut().ok_or(SECTIONS)?.unless.push(LookAlike::default());
                self.inner = Some(String::new());
            }
            EventKind::InlineTableOpen => return Err(format!("`{}` takes no table", self.key)),
            EventKind::InlineTableClose => self.inner = None,
            EventKind::ArrayOpen => self.arrays += 1,
            EventKind::ArrayClose => self.arrays -= 1,
            EventKind::Scalar => {
                let mut value = std::borrow::Cow::Borrowed("");
                let mut fault = None;
                let kind = source.get(event).ok_or(SECTIONS)?.decode_scalar(&mut value, &mut fault);
                told(fault)?;
                if kind != ScalarKind::String {
                    return Err(format!("`{}` takes words in quotation marks", self.key));
                }
                self.value(value.into_owned())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn key(&mut self, key: String) -> Result<(), String> {
        if self.in_head {
            return self.begin_section(&key);
        }
        if let Some(inner) = &mut self.inner {
            *inner = key;
            return Ok(());
        }
        let known: &[&str] = match self.section {
            Section::None => return Err(SECTIONS.into()),
            Section::Entry => &["id", "kind", "strength", "marks", "why", "ask", "patterns", "only", "unless", "flags", "passes"],
            Section::Exempt => &["patterns", "why"],
        };
        if !known.contains(&key.as_str()) {
            return Err(format!("unknown field `{key}`, expected one of {}", known.join(", ")));
        }
        if self.seen.contains(&key) {
            return Err(format!("`{key}` stands twice"));
        }
        self.seen.push(key.clone());
        self.key = key;
        Ok(())
    }

    fn begin_section(&mut self, name: &str) -> Result<(), String> {
        match name {
            "entry" => {
                self.section = Section::Entry;
                self.list.entries.push(Word::default());
            }
            "exempt" => {
                self.section = Section::Exempt;
                self.list.exempts.push(Exempt::default());
            }
            _ => return Err(SECTIONS.into()),
        }
        Ok(())
    }

    fn end_section(&mut self) -> Result<(), String> {
        let needed: &[&str] = match std::mem::take(&mut self.section) {
            Section::None => &[],
            Section::Entry => &["kind", "patterns"],
            Section::Exempt => &["patterns"],
        };
        let seen = std::mem::take(&mut self.seen);
        match needed.iter().find(|key| !seen.iter().any(|seen| seen == *key)) {
            Some(key) => Err(format!("missing field `{key}`")),
            None => Ok(()),
        }
    }

    fn value(&mut self, value: String) -> Result<(), String> {
        let word = self.list.entries.last_mut();
        if let (Some(inner), Some(word)) = (&self.inner, word) {
            let look_alike = word.unless.last_mut().ok_or(SECTIONS)?;
            match inner.as_str() {
                "at" => look_alike.at = value,
                "is" => look_alike.is = value,
                _ => return Err(format!("unknown field `{inner}`, expected one of at, is")),
            }
            return Ok(());
        }
        let several = matches!(self.key.as_str(), "patterns" | "only" | "flags" | "passes");
        if several != (self.arrays == 1) || self.arrays > 1 || self.key == "unless" {
            let form = if several { "a list of words in brackets" } else { "words in quotation marks" };
            return Err(format!("`{}` takes {form}", self.key));
        }
        if self.section == Section::Entry {
            set(self.list.entries.last_mut().ok_or(SECTIONS)?, &self.key, value);
            return Ok(());
        }
        let exempt = self.list.exempts.last_mut().ok_or(SECTIONS)?;
        if several {
            exempt.patterns.push(value);
        } else {
            exempt.why = value;
        }
        Ok(())
    }
}

/// A list has no other parts.
const SECTIONS: &str = "a list holds [[entry]] and [[exempt]] only";

fn set(word: &mut Word, key: &str, value: String) {
    match key {
        "id" => word.id = value,
        "kind" => word.kind = value,
        "strength" => word.strength = value,
        "marks" => word.marks = value,
        "why" => word.why = value,
        "ask" => word.ask = value,
        "patterns" => word.patterns.push(value),
        "only" => word.only.push(value),
        "flags" => word.flags.push(value),
        _ => word.passes.push(value),
    }
}

fn told(fault: Option<ParseError>) -> Result<(), String> {
    fault.map_or(Ok(()), |fault| Err(fault.description().to_owned()))
}
