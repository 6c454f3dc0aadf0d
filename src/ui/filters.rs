//! What is shown: presets, whose words, how strong, which kinds.

use super::glance::tour_of;
use super::state::State;
use crate::engine::Finding;
use crate::lexicon::{Category, Kind, Strength};
use crate::reading::{Filter, Voices};
use crate::wording::{category_title, page};
use leptos::prelude::*;

/// A panel that opens, and a line that says what is hidden.
#[component]
pub fn Filters() -> impl IntoView {
    let state = expect_context::<State>();
    let counts = Memo::new(move |_| {
        (state.overview_shown.with(|shown| shown.report().findings.len()), state.overview.with(|all| all.report().findings.len()))
    });
    let hides = move || counts.with(|(shown, all)| shown != all) || state.filter.get() != Filter::default();
    let preset = |words: &'static str, id: &'static str, filter: Filter| {
        let chosen = move || state.filter.get() == filter;
        view! {
            <button type="button" id=id aria-pressed=move || chosen().to_string() on:click=move |_| state.set_filter(filter)>{words}</button>
        }
    };
    view! {
        <details class="filters">
            <summary>{page::FILTERS}<small role="status">{move || hides().then(|| counts.with(|(shown, all)| page::shown_of(*shown, *all)))}</small></summary>
            <div class="panel">
                <div class="presets" role="group" aria-label=page::PRESETS>
                    {preset(page::PRESET_ALL, "show-all", Filter::default())}
                    {preset(page::PRESET_STRONG, "show-strong", Filter::STRONG)}
                    {preset(page::PRESET_OWN, "show-own", Filter::OWN)}
                </div>
                <div class="choices">
                    <Choice
                        name="voices" label=page::WHOSE_WORDS options=Voices::ALL.map(|voices| (voices.name(), page::voices(voices))).to_vec()
                        chosen=Memo::new(move |_| state.filter.get().voices.name())
                        choose=Callback::new(move |name| choose_voices(state, name))
                    />
                    <Choice
                        name="least" label=page::HOW_STRONG options=Strength::ALL.map(|least| (least.name(), page::at_least(least))).to_vec()
                        chosen=Memo::new(move |_| state.filter.get().least.name())
                        choose=Callback::new(move |name| choose_strength(state, name))
                    />
                    <fieldset>
                        <legend>{page::ALSO_SHOW}</legend>
                        <Toggle id="look-alikes" label=page::LOOK_ALIKES on=state.look_alikes flip=Callback::new(move |on| state.look_alikes.set(on))/>
                        <Toggle id="letters" label=page::LETTERS on=state.letters flip=Callback::new(move |on| state.set_letters(on))/>
                    </fieldset>
                </div>
                <div class="choices">{Category::ALL.map(|category| view! { <Kinds category/> }).collect_view()}</div>
            </div>
        </details>
    }
}

fn choose_voices(state: State, name: &'static str) {
    let voices = Voices::ALL.into_iter().find(|voices| voices.name() == name).unwrap_or_default();
    let mut filter = state.filter.get_untracked();
    filter.voices = voices;
    state.set_filter(filter);
}

fn choose_strength(state: State, name: &'static str) {
    let least = Strength::ALL.into_iter().find(|least| least.name() == name).unwrap_or(Strength::Weak);
    let mut filter = state.filter.get_untracked();
    filter.least = least;
    state.set_filter(filter);
}

/// One of several.
#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: Memo<&'static str>,
    choose: Callback<&'static str>,
) -> impl IntoView {
    let option = move |(value, words): (&'static str, &'static str)| {
        view! {
            <label><input type="radio" name=name value=value prop:checked=move || chosen.get() == value on:change=move |_| choose.run(value)/><span>{words}</span></label>
        }
    };
    view! { <fieldset><legend>{label}</legend>{options.into_iter().map(option).collect_view()}</fieldset> }
}

/// A box to tick.
#[component]
pub fn Toggle(id: &'static str, label: &'static str, on: RwSignal<bool>, flip: Callback<bool>) -> impl IntoView {
    view! {
        <label><input type="checkbox" id=id prop:checked=move || on.get() on:change=move |_| flip.run(!on.get_untracked())/><span>{label}</span></label>
    }
}

/// The kinds of a category, each with its switch and its number, which leads to its places.
#[component]
fn Kinds(category: Category) -> impl IntoView {
    let state = expect_context::<State>();
    let row = move |kind: Kind| {
        let count = Memo::new(move |_| {
            // Also of a kind that is switched off: so many marks would it bring.
            let filter = state.filter.get().all_kinds();
            let fits = |finding: &&Finding| finding.kind() == kind && filter.shows(finding);
            let off = !state.filter.get().shows_kind(kind);
            let of = if off { state.overview.get() } else { state.overview_shown.get() };
            of.report().findings.iter().filter(fits).count()
        });
        let idle = move || count.get() == 0 || !state.filter.get().shows_kind(kind);
        view! {
            <li>
                <label>
                    <input
                        type="checkbox" data-kind=kind.name() prop:checked=move || state.filter.get().shows_kind(kind)
                        on:change=move |_| state.set_filter(state.filter.get_untracked().toggled(kind))
                    />
                    <span>{kind.title()}</span>
                </label>
                <button
                    type="button" class="number" disabled=idle aria-label=move || page::go_through_kind(count.get(), kind.title())
                    on:click=move |_| tour_of(state, kind.title(), |finding| finding.kind() == kind)
                >{move || count.get()}</button>
            </li>
        }
    };
    let kinds = Kind::ALL.iter().copied().filter(|kind| kind.category() == category).map(row).collect_view();
    view! {
        <fieldset class=format!("kinds {}", category.name())>
            <legend><span class="sample-mark">{category_title(category)}</span></legend>
            <ul>{kinds}</ul>
        </fieldset>
    }
}
