//! Two versions of a story side by side, and what became of hedges, sources and open matters.

use super::analysis::Analysis;
use super::samples::VERSIONS;
use super::state::{Mode, State};
use crate::engine::Span;
use crate::lexicon::Category;
use crate::reading::{Change, Comparison, Fate, Pair, compare, runs};
use crate::wording::{category_words, page};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Both analyses and how they compare.
#[derive(Clone)]
struct Both(Arc<(Analysis, Analysis, Comparison)>);

impl PartialEq for Both {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Two texts are compared after so long a pause in typing.
const PAUSE: Duration = Duration::from_millis(200);
/// Pairs drawn at once; the rest follows in slices.
const SLICE: usize = 150;

/// The two texts, and the comparison once both are there.
#[component]
pub fn Versions() -> impl IntoView {
    let state = expect_context::<State>();
    let settled = RwSignal::new(state.earlier.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let text = state.earlier.get();
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(move || settled.set(text), PAUSE).ok());
    });
    let before = Memo::new(move |_| Analysis::new(settled.get(), state.own.get()));
    let both = Memo::new(move |_| {
        let (before, after) = (before.get(), state.overview.get());
        let ready = !before.text().trim().is_empty() && !after.text().trim().is_empty();
        ready.then(|| {
            let comparison = compare((before.text(), before.report()), (after.text(), after.report()));
            Both(Arc::new((before, after, comparison)))
        })
    });
    let open = both.get_untracked().is_none();
    let unused = Memo::new(move |_| state.earlier.with(|text| text.trim().is_empty()));
    let sample = move |_| {
        state.set_earlier(VERSIONS[0]);
        state.replace_text(VERSIONS[1]);
        state.set_mode(Mode::Compare);
    };
    let swap = move |_| {
        let (earlier, later) = (state.earlier.get_untracked(), state.text.get_untracked());
        state.set_earlier(&later);
        state.set_text(&earlier);
    };
    let only_changes = RwSignal::new(false);
    view! {
        <section class="versions" aria-labelledby="versions-title">
            <h1 id="versions-title">{page::COMPARE}</h1>
            <p class="lead">{page::COMPARE_HOW}</p>
            <details class="texts" open=open>
                <summary>{page::THE_TEXTS}</summary>
                <div class="boxes">
                    <label>{page::EARLIER_BOX}<textarea id="earlier" rows="10" spellcheck="false" prop:value=move || state.earlier.get().to_string() on:input=move |event| state.set_earlier(&event_target_value(&event))></textarea></label>
                    <label>{page::LATER_BOX}<textarea id="later" rows="10" spellcheck="false" prop:value=move || state.text.get().to_string() on:input=move |event| state.set_text(&event_target_value(&event))></textarea></label>
                </div>
                <p class="row">
                    // Only while it takes nothing away.
                    <Show when=move || unused.get()><button type="button" id="sample-versions" on:click=sample>{page::SAMPLE_VERSIONS}</button></Show>
                    <button type="button" on:click=swap>{page::SWAP}</button>
                </p>
            </details>
            {move || both.get().map(|both| view! { <Result both only_changes/> })}
        </section>
    }
}

#[component]
fn Result(both: Both, only_changes: RwSignal<bool>) -> impl IntoView {
    let comparison = &both.0.2;
    let last = StoredValue::new(None::<usize>);
    let fates = Fate::ALL.iter().map(|fate| (*fate, comparison.count(*fate))).filter(|(_, count)| *count > 0);
    let fates = fates.map(|(fate, count)| {
        view! { <li><button type="button" class="go" on:click=move |_| go_to_next(fate, last)>{page::fate_count(fate, count)}</button></li> }
    });
    let sentences = page::sentences_changed(comparison.added(), comparison.dropped());
    let nothing = comparison.pairs.iter().all(|pair| pair.changes.is_empty()).then(|| view! { <p>{page::NO_CHANGE}</p> });
    let count = comparison.pairs.len();
    let drawn = RwSignal::new(SLICE.min(count));
    draw_more(drawn, count);
    view! {
        <div class="fates" role="status"><ul>{fates.collect_view()}</ul>{nothing}<p class="lead">{sentences}</p></div>
        <label class="only"><input type="checkbox" id="only-changes" prop:checked=move || only_changes.get() on:change=move |_| only_changes.update(|on| *on = !*on)/>{page::ONLY_CHANGES}</label>
        <div class="heads" aria-hidden="true"><b>{page::EARLIER}</b><b>{page::LATER}</b></div>
        <ol class="pairs" class:only-changes=move || only_changes.get()>
            <For each=move || 0..drawn.get() key=|number| *number children=move |number| pair_view(&both, &both.0.2.pairs[number])/>
        </ol>
    }
}

fn draw_more(drawn: RwSignal<usize>, count: usize) {
    set_timeout(
        move || {
            if drawn.try_get_untracked().is_some_and(|so_far| so_far < count) {
                drawn.update(|drawn| *drawn = (*drawn + SLICE).min(count));
                draw_more(drawn, count);
            }
        },
        Duration::from_millis(30),
    );
}

/// One sentence, or both versions of it, with what changed.
fn pair_view(both: &Both, pair: &Pair) -> impl IntoView + use<> {
    let (before, after, _) = &*both.0;
    let named: Vec<Span> = pair.changes.iter().filter_map(|change| change.name).collect();
    let earlier = pair.earlier.map(|number| sentence(before, number, &changed(pair, |change| change.earlier), &[]));
    let later = pair.later.map(|number| sentence(after, number, &changed(pair, |change| change.later), &named));
    let notes = pair.changes.iter().map(|change| {
        let words = |analysis: &Analysis, number: Option<usize>| number.map(|number| analysis.words(analysis.report().findings[number].span));
        let name = change.name.map(|name| after.words(name));
        view! { <li class=category(both, change).name()>{page::change(change.fate, words(before, change.earlier), words(after, change.later), name)}</li> }
    });
    let fates: Vec<&str> = pair.changes.iter().map(|change| change.fate.name()).collect();
    let class = match pair {
        Pair { same: true, .. } => "same",
        Pair { earlier: None, .. } => "added",
        Pair { later: None, .. } => "dropped",
        _ => "reworded",
    };
    let missing = |words: &'static str| view! { <i>{words}</i> };
    view! {
        <li class=class data-fates=fates.join(" ") tabindex="-1">
            <p><span class="heard">{page::EARLIER}": "</span>{earlier}{pair.earlier.is_none().then(|| missing(page::NOT_YET_THERE))}</p>
            <p><span class="heard">{page::LATER}": "</span>{later}{pair.later.is_none().then(|| missing(page::DROPPED))}</p>
            {(!pair.changes.is_empty()).then(|| view! { <ul class="changes">{notes.collect_view()}</ul> })}
        </li>
    }
}

fn changed(pair: &Pair, side: impl Fn(&Change) -> Option<usize>) -> Vec<usize> {
    pair.changes.iter().filter_map(side).collect()
}

fn category(both: &Both, change: &Change) -> Category {
    let (before, after, _) = &*both.0;
    let of = |analysis: &Analysis, number: usize| analysis.report().findings[number].category();
    change.earlier.map(|number| of(before, number)).or(change.later.map(|number| of(after, number))).unwrap_or(Category::Hedge)
}

/// A sentence with its marks; those that changed stand out, and so does a name that has come in.
fn sentence(analysis: &Analysis, number: usize, changed: &[usize], named: &[Span]) -> AnyView {
    let report = analysis.report();
    let Some(span) = report.sentences.get(number).copied() else { return ().into_any() };
    let first = report.findings.partition_point(|finding| finding.sentence < number);
    let found = report.findings_in(number).iter().enumerate().map(|(place, finding)| (finding.span, Some(first + place)));
    let mut marks: Vec<(Span, Option<usize>)> = found.chain(named.iter().map(|name| (*name, None))).collect();
    marks.sort_unstable_by_key(|(span, _)| *span);
    let part = |(part, place): (Span, Option<usize>)| {
        let words = analysis.words(part);
        match place.map(|place| marks[place].1) {
            None => words.into_any(),
            Some(None) => view! { <b class="named">{words}</b> }.into_any(),
            Some(Some(number)) => {
                let finding = &report.findings[number];
                let class = format!("{} {}", finding.category().name(), finding.strength().name());
                let title = format!("{}, {}", category_words(finding), finding.kind().title());
                view! { <mark class=class class:changed=changed.contains(&number) data-letters=finding.category().letter() title=title>{words}</mark> }.into_any()
            }
        }
    };
    runs(span, marks.iter().map(|(span, _)| *span)).into_iter().map(part).collect_view().into_any()
}

/// Takes the keyboard to the next pair with such a change, round the end.
fn go_to_next(fate: Fate, last: StoredValue<Option<usize>>) {
    let Ok(pairs) = document().query_selector_all(".pairs > li") else { return };
    let pairs: Vec<HtmlElement> = (0..pairs.length()).filter_map(|place| pairs.get(place)?.dyn_into().ok()).collect();
    let has = |pair: &HtmlElement| pair.get_attribute("data-fates").is_some_and(|fates| fates.split(' ').any(|name| name == fate.name()));
    let after = last.get_value().map_or(0, |last| last + 1).min(pairs.len());
    let next = (after..pairs.len()).chain(0..after).find(|place| has(&pairs[*place]));
    last.set_value(next);
    if let Some(pair) = next.map(|next| &pairs[next]) {
        let _ = pair.focus();
    }
}
