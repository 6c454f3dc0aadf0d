//! For the browser extension: the marks of a page that another site serves, with the places of the text in its document.

use super::js_error;
use crate::engine::{Finding, Notice, Ruler, Unit, Voice};
use crate::import::{Builder, LocatedText, Page, Run, located_article, located_fragment};
use crate::lexicon::{List, Own, Rule, Strength};
use crate::reading::{Analysis, Exception, ExceptionList, Filter, Job, shown_categories};
use crate::wording::{EXTENSION_WORDS, category_words, finding_facts, page, summary};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// How a page is marked. The codes are those that the page of this program stores.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Settings {
    /// The reader's own list, as TOML. A faulty list marks nothing.
    words: String,
    /// The code of the filter.
    filter: String,
    /// The code of the ignored findings and rules.
    ignored: String,
    /// The title of the document, which often repeats the headline.
    title: String,
    /// True if the nodes are a selected part, which is read as a whole.
    part: bool,
    /// True if a text is marked that does not look English.
    any_language: bool,
}

/// A marked page. Offsets count UTF-16 units.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MarkedPage<'a> {
    text: &'a str,
    /// Four numbers for each run: offset in the text, index of the text node, offset in the node, length.
    runs: Vec<usize>,
    summary: String,
    notice: Option<Notice>,
    rules: Vec<RuleCard<'a>>,
    marks: Vec<Mark>,
}

/// What is explained of a rule, as in the page's popover.
#[derive(Serialize)]
struct RuleCard<'a> {
    id: &'a str,
    title: String,
    /// What is said of a rule of the reader's own list.
    own: Option<&'static str>,
    why: Option<String>,
    ask: Option<String>,
}

/// A finding with what its sentence says about it.
#[derive(Serialize)]
struct Mark {
    start: usize,
    end: usize,
    quote: String,
    category: &'static str,
    weak: bool,
    /// The index of its rule in `rules`.
    rule: usize,
    voice: &'static str,
    facts: Vec<(&'static str, String)>,
    stack: Option<String>,
}

/// Marks the article of a page. `nodes` is its tree: a text is a string; an element is an array of its name, its classes and other
/// hints, `true` if it is hidden, the number at which its list starts or the beginning of the address that it links to, and `true` if
/// screen readers skip it; the end of an element is `null`.
///
/// # Errors
/// If the settings are not of their form.
#[wasm_bindgen(js_name = markPage)]
pub fn mark_page(nodes: &js_sys::Array, settings: JsValue) -> Result<JsValue, JsError> {
    let settings: Settings = serde_wasm_bindgen::from_value(settings).map_err(js_error)?;
    let tree = tree(nodes, &settings.title);
    let LocatedText { text, runs } = if settings.part { located_fragment(&tree) } else { located_article(&tree) };
    let analysis = analysis(&text, &settings);
    let filter = Filter::decode(&settings.filter);
    let shown = analysis.shown(&filter, &ExceptionList::decode(&settings.ignored));
    let serialized = serde_json::to_string(&marked_page(&shown, &filter, &runs)).map_err(js_error)?;
    js_sys::JSON::parse(&serialized).map_err(super::unreadable)
}

/// Returns the code of the ignored findings with one more: the finding of the rule that begins at `start` in the text.
///
/// # Errors
/// If the settings are not of their form.
#[wasm_bindgen(js_name = ignoreMark)]
pub fn ignore_mark(text: &str, settings: JsValue, start: usize, rule: &str) -> Result<String, JsError> {
    let settings: Settings = serde_wasm_bindgen::from_value(settings).map_err(js_error)?;
    let analysis = analysis(text, &settings);
    let mut ruler = Ruler::new(text, Unit::Utf16);
    let is_it = |finding: &Finding| *finding.rule.id == *rule && ruler.at(finding.span.start) == start;
    let number = analysis.report().findings.iter().position(is_it);
    let exception = number.and_then(|number| Exception::of(text, analysis.report(), number));
    Ok(with_exception(&settings.ignored, exception))
}

/// Returns the code of the ignored findings with a rule added.
#[wasm_bindgen(js_name = ignoreRule)]
#[must_use]
pub fn ignore_rule(ignored: &str, rule: &str) -> String {
    with_exception(ignored, Some(Exception::Rule(rule.to_owned())))
}

/// Returns the strings that the extension shows, by name.
#[wasm_bindgen(js_name = extensionWords)]
#[must_use]
pub fn extension_words() -> js_sys::Object {
    let entries: js_sys::Array =
        EXTENSION_WORDS.iter().map(|(name, words)| js_sys::Array::of2(&(*name).into(), &(*words).into())).collect();
    js_sys::Object::from_entries(&entries).unwrap_or_default()
}

fn with_exception(code: &str, exception: Option<Exception>) -> String {
    let mut ignored = ExceptionList::decode(code);
    if let Some(exception) = exception {
        ignored.add(exception);
    }
    ignored.code()
}

/// Analyses the whole text, before filter and exceptions.
fn analysis(text: &str, settings: &Settings) -> Analysis {
    let list = List::read(&settings.words).ok().filter(|list| !list.is_empty());
    let own: Option<Arc<Own>> = list.and_then(|list| list.compile().ok()).map(Arc::new);
    let job = Job::new(text.into(), own.clone(), Analysis::new(Arc::default(), own), false);
    job.any_language(settings.any_language).finish().0
}

/// Builds the page from the nodes that the extension sends. Anything else in the array is skipped.
fn tree(nodes: &js_sys::Array, title: &str) -> Page {
    let mut builder = Builder::default();
    builder.title(title);
    // The names of the open elements.
    let mut open: Vec<String> = Vec::new();
    for node in nodes.iter() {
        if let Some(text) = node.as_string() {
            builder.text(&text);
        } else if let Some(element) = node.dyn_ref::<js_sys::Array>() {
            let part = |index| element.get(index).as_string().filter(|part| !part.is_empty());
            let tag = part(0).unwrap_or_default();
            builder.open(&tag, |name| match name {
                "class" => part(1),
                "hidden" => element.get(2).is_truthy().then(String::new),
                "start" | "href" => part(3),
                "aria-hidden" => element.get(4).is_truthy().then(|| "true".to_owned()),
                _ => None,
            });
            open.push(tag);
        } else if let Some(tag) = open.pop().filter(|tag| builder.innermost() == tag) {
            // An element without content, such as `br`, was not opened.
            builder.close_tag(&tag);
        }
    }
    builder.finish()
}

fn marked_page<'a>(shown: &'a Analysis, filter: &Filter, runs: &[Run]) -> MarkedPage<'a> {
    let report = shown.report();
    let mut units = Ruler::new(shown.text(), Unit::Utf16);
    let mut rules: Vec<RuleCard> = Vec::new();
    let mut numbers: HashMap<*const Rule, usize> = HashMap::new();
    let mut marks = Vec::with_capacity(report.findings.len());
    for finding in &report.findings {
        let rule = *numbers.entry(Arc::as_ptr(&finding.rule)).or_insert_with(|| {
            rules.push(rule_card(finding));
            rules.len() - 1
        });
        let (start, end) = units.span(finding.span);
        marks.push(Mark {
            start,
            end,
            quote: page::in_quotes(&shown.phrase(finding.span)),
            category: finding.category().name(),
            weak: finding.strength() == Strength::Weak,
            rule,
            voice: if finding.voice == Voice::Quoted { page::SPEAKERS_WORDS } else { page::ARTICLES_WORDS },
            facts: finding_facts(finding, shown),
            stack: (finding.cues > 1).then(|| page::stacked(finding.cues)),
        });
    }
    let runs = runs.iter().flat_map(|run| [run.start, run.node, run.offset, run.length]).collect();
    let summary = summary(report, &shown_categories(filter));
    MarkedPage { text: shown.text(), runs, summary, notice: report.notice, rules, marks }
}

fn rule_card(finding: &Finding) -> RuleCard<'_> {
    let rule = &finding.rule;
    let title = format!("{} · {}", category_words(finding), rule.kind.title());
    let said = |words: &str| (!words.is_empty()).then(|| page::quoted_words(words));
    RuleCard { id: &rule.id, title, own: rule.is_own().then_some(page::OWN_RULE), why: said(&rule.why), ask: said(&rule.ask) }
}
