//! The filter: presets, whose words, how strong, which kinds.

use super::links::navigate_findings;
use crate::engine::Finding;
use crate::lexicon::{Category, Kind, Strength};
use crate::reading::{Filter, Voices};
use crate::ui::actions;
use crate::ui::controls::{Button, If, Toggle, reactive};
use crate::ui::state::State;
use crate::wording::{category_title, grouped, page};
use leptos::prelude::*;

/// The filter in a panel that opens, and the number of findings that it hides.
#[component]
pub fn FilterPanel() -> impl IntoView {
    let state = expect_context::<State>();
    let ignored = Memo::new(move |_| {
        let kept = state
            .article
            .overview
            .with(|all| state.article.ignored.with(|ignored| all.shown(&Filter::default(), ignored).report().findings.len()));
        state.article.overview.with(|all| all.report().findings.len()) - kept
    });
    let count_text = move || {
        let shown = state.article.overview_shown.with(|shown| shown.report().findings.len());
        let all = state.article.overview.with(|all| all.report().findings.len());
        let filtered = (state.article.filter.get() != Filter::default()).then(|| page::shown_of(shown, all));
        let ignored = (ignored.get() > 0).then(|| page::ignored_count(ignored.get()));
        filtered.into_iter().chain(ignored).collect::<Vec<_>>().join(", ")
    };
    view! {
        <details class="filters">
            <summary>{page::FILTERS}<small role="status">{reactive(count_text)}</small></summary>
            <div class="panel">
                <div class="presets" role="group" aria-label=page::PRESETS>
                    <Preset words=page::PRESET_ALL id="show-all" filter=Filter::default()/>
                    <Preset words=page::PRESET_STRONG id="show-strong" filter=Filter::STRONG/>
                    <Preset words=page::PRESET_OWN id="show-own" filter=Filter::OWN/>
                </div>
                <If condition=move || { ignored.get() > 0 }>
                    <p class="lead some-ignored">
                        {reactive(move || page::marks_ignored(ignored.get()))} " "
                        <Button id="to-ignored" text=page::SHOW_IGNORED press=|| actions::open_ignored()/>
                    </p>
                </If>
                <Choices/>
                <div class="choices">{Category::ALL.map(|category| view! { <Kinds category/> }).collect_view()}</div>
            </div>
        </details>
    }
}

/// A button that sets a common filter.
#[component]
fn Preset(words: &'static str, id: &'static str, filter: Filter) -> impl IntoView {
    let state = expect_context::<State>();
    let pressed = Signal::derive(move || (state.article.filter.get() == filter).to_string());
    view! { <button type="button" id=id aria-pressed=pressed on:click=move |_| actions::set_filter(state, filter)>{words}</button> }
}

/// Whose words are shown, how strong a finding must be, and what is shown besides findings.
#[component]
fn Choices() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <div class="choices">
            <Choice
                name="voices" label=page::WHOSE_WORDS options=Voices::ALL.map(|voices| (voices.name(), page::voices(voices))).to_vec()
                chosen=Signal::derive(move || state.article.filter.get().voices.name())
                choose=Callback::new(move |name| choose_voices(state, name))
            />
            <Choice
                name="least" label=page::HOW_STRONG options=Strength::ALL.map(|least| (least.name(), page::at_least(least))).to_vec()
                chosen=Signal::derive(move || state.article.filter.get().least.name())
                choose=Callback::new(move |name| choose_strength(state, name))
            />
            <fieldset>
                <legend>{page::ALSO_SHOW}</legend>
                <Toggle id="look-alikes" label=page::LOOK_ALIKES on=state.settings.look_alikes flip=Callback::new(move |on| state.settings.look_alikes.set(on))/>
                <Toggle id="letters" label=page::LETTERS on=state.settings.letters flip=Callback::new(move |on| state.set_letters(on))/>
            </fieldset>
        </div>
    }
}

fn choose_voices(state: State, name: &'static str) {
    let voices = Voices::ALL.into_iter().find(|voices| voices.name() == name).unwrap_or_default();
    let mut filter = state.article.filter.get_untracked();
    filter.voices = voices;
    actions::set_filter(state, filter);
}

fn choose_strength(state: State, name: &'static str) {
    let least = Strength::ALL.into_iter().find(|least| least.name() == name).unwrap_or(Strength::Weak);
    let mut filter = state.article.filter.get_untracked();
    filter.least = least;
    actions::set_filter(state, filter);
}

/// A group of radio buttons.
#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: Signal<&'static str>,
    choose: Callback<&'static str>,
) -> impl IntoView {
    let option = move |(value, words): (&'static str, &'static str)| {
        let checked = Signal::derive(move || chosen.get() == value);
        view! {
            <label>
                <input type="radio" name=name value=value prop:checked=checked on:change=move |_| choose.run(value)/>
                <span>{words}</span>
            </label>
        }
    };
    view! { <fieldset><legend>{label}</legend>{options.into_iter().map(option).collect_view()}</fieldset> }
}

/// The kinds of a category.
#[component]
fn Kinds(category: Category) -> impl IntoView {
    let kinds = Kind::ALL.iter().copied().filter(|kind| kind.category() == category);
    view! {
        <fieldset class=format!("kinds {}", category.name())>
            <legend><span class="sample-mark">{category_title(category)}</span></legend>
            <ul>{kinds.map(|kind| view! { <KindRow kind/> }).collect_view()}</ul>
        </fieldset>
    }
}

/// A kind with its checkbox and the number of its marks, which leads to them.
#[component]
fn KindRow(kind: Kind) -> impl IntoView {
    let state = expect_context::<State>();
    let is_shown = move || state.article.filter.get().shows_kind(kind);
    let count = Memo::new(move |_| {
        // A kind that is switched off shows the number of marks that it would add.
        let filter = state.article.filter.get().all_kinds();
        let fits = |finding: &&Finding| finding.kind() == kind && filter.shows(finding);
        let of = if is_shown() { state.article.overview_shown.get() } else { state.article.overview.get() };
        of.report().findings.iter().filter(fits).count()
    });
    view! {
        <li>
            <label>
                <input
                    type="checkbox" data-kind=kind.name() prop:checked=Signal::derive(is_shown)
                    on:change=move |_| actions::set_filter(state, state.article.filter.get_untracked().toggled(kind))
                />
                <span>{kind.title()}</span>
            </label>
            <Button
                class="number" disabled=move || count.get() == 0 || !is_shown()
                label=move || page::go_through_kind(count.get(), kind.title()) text=move || grouped(count.get())
                press=move || navigate_findings(state, kind.title(), |finding| finding.kind() == kind)
            />
        </li>
    }
}
