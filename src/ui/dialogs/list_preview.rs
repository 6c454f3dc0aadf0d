//! The preview of a rule that the reader is writing.

use crate::engine::{Report, Span, analyze_with};
use crate::lexicon::{Exempt, List, Own, Word};
use crate::reading::in_context;
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The value for "leave alone" among the kinds.
pub const EXEMPT: &str = "exempt";
/// The id of the rule that is being written.
const DRAFT: &str = "the-rule-that-is-being-written";
/// The preview analyzes this much of the text, in bytes, because it follows every key.
const PREVIEWED: usize = 100_000;
/// The number of places that the preview lists.
const LISTED: usize = 5;

/// What a rule would change in the text.
#[derive(Clone, PartialEq)]
pub struct Preview {
    /// True if the rule takes marks away.
    exempts: bool,
    /// True if the whole text was analyzed.
    whole: bool,
    count: usize,
    /// The first places.
    places: Vec<String>,
}

impl Preview {
    /// Tries the rule on the present text.
    ///
    /// # Errors
    /// What is wrong with the pattern, or that the list has it already.
    pub fn new(state: State, kind: &str, pattern: &str) -> Result<Self, String> {
        let mut list = state.words.list.get();
        let has = |patterns: &[String]| patterns.iter().any(|other| other == pattern);
        let known = match kind {
            EXEMPT => list.exempts.iter().any(|exempt| has(&exempt.patterns)),
            _ => list.entries.iter().any(|entry| has(&entry.patterns) && entry.kind().is_some_and(|known| known.name() == kind)),
        };
        if known {
            return Err(page::ALREADY_LISTED.to_owned());
        }
        append(&mut list, kind, pattern.to_owned(), String::new(), DRAFT);
        let own: Own = list.compile().map_err(|fault| fault.to_string())?;
        Ok(state.article.analysis.with(|analysis| {
            let text = analysis.text();
            let whole = text.len() <= PREVIEWED;
            let text = &text[..text.floor_char_boundary(PREVIEWED)];
            let report = analyze_with(text, Some(&own));
            let exempts = kind == EXEMPT;
            let spans = if exempts { removed(analysis.report(), &report, text.len()) } else { marked(&report) };
            Self {
                exempts,
                whole,
                count: spans.len(),
                places: spans.iter().take(LISTED).map(|span| in_context(text, &report, *span)).collect(),
            }
        }))
    }
}

/// The preview as text, or the fault of the pattern.
pub fn preview_view(preview: Result<Preview, String>) -> AnyView {
    match preview {
        Err(fault) => view! { <pre class="warning">{fault}</pre> }.into_any(),
        Ok(Preview { exempts, whole, count, places }) => {
            let words = if exempts { page::would_leave(count, whole) } else { page::would_mark(count, whole) };
            view! { <p>{words}</p><ul>{places.into_iter().map(|place| view! { <li>{place}</li> }).collect_view()}</ul> }.into_any()
        }
    }
}

/// Adds a rule to a list.
pub fn append(list: &mut List, kind: &str, pattern: String, why: String, id: &str) {
    let patterns = vec![pattern];
    if kind == EXEMPT {
        list.exempts.push(Exempt { patterns, why });
    } else {
        list.entries.push(Word { id: id.to_owned(), kind: kind.to_owned(), why, patterns, ..Word::default() });
    }
}

/// The findings of the draft.
fn marked(report: &Report) -> Vec<Span> {
    report.findings.iter().filter(|finding| finding.rule.id == DRAFT).map(|finding| finding.span).collect()
}

/// The findings before `end` that are in the first report only.
fn removed(before: &Report, after: &Report, end: usize) -> Vec<Span> {
    let stays = |span: &Span| after.findings.iter().any(|finding| finding.span == *span);
    before.findings.iter().map(|finding| finding.span).filter(|span| span.end <= end && !stays(span)).collect()
}
