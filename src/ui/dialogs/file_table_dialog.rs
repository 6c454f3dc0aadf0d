//! The table that compares the open files.

use crate::browser::timers::run_before_next_frame;
use crate::engine::{Report, SourceLedger, analyze_with, sources};
use crate::lexicon::Category;
use crate::ui::actions::show_file;
use crate::ui::controls::{Button, lead, reactive};
use crate::ui::state::{OpenFile, State};
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A row of the table: shares as part and whole.
#[derive(Clone)]
struct Figures {
    words: usize,
    hedged: (usize, usize),
    unnamed: (usize, usize),
    open: usize,
    marks: usize,
}

impl Figures {
    fn of(text: &str, report: &Report) -> Self {
        let ledger = sources(text, report);
        let unnamed = SourceLedger::statements(&ledger.unnamed);
        Self {
            words: text.split_whitespace().count(),
            hedged: (report.sentences_with(Category::Hedge), report.sentences.len()),
            unnamed: (unnamed, unnamed + SourceLedger::statements(&ledger.named)),
            open: report.count(Category::Pending),
            marks: report.findings.len(),
        }
    }

    /// Marks per 1,000 words.
    fn density(&self) -> usize {
        (self.marks * 1000 + self.words / 2) / self.words.max(1)
    }
}

/// The table. The rows are computed one by one, in tasks between which the page responds.
#[component]
pub fn FileTableDialog() -> impl IntoView {
    let state = expect_context::<State>();
    state.save_current_file();
    let files = state.files.all.get_untracked();
    let figures = RwSignal::new(vec![None::<Figures>; files.len()]);
    compute(state, files.clone(), figures);
    let rows = files.into_iter().enumerate().map(|(number, file)| view! { <FileRow number name=file.name figures/> }).collect_view();
    let heads = [page::TABLE_ARTICLE, page::TABLE_WORDS, page::TABLE_HEDGED, page::TABLE_UNNAMED, page::TABLE_OPEN, page::TABLE_DENSITY];
    view! {
        {lead(page::TABLE_HOW)}
        <div class="wide" tabindex="0" role="region" aria-label=page::ARTICLES>
            <table class="figures-table">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {lead(page::LIST_FORGOTTEN)}
    }
}

#[component]
fn FileRow(number: usize, name: String, figures: RwSignal<Vec<Option<Figures>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let open = move || {
        state.dialog.set(None);
        // When the closed dialog has given the focus back.
        run_before_next_frame(move || show_file(state, number));
    };
    let cells = move || {
        let figures = figures.with(|figures| figures[number].clone());
        figures.map(|row| {
            let (hedged, unnamed) = (page::share_of(row.hedged.0, row.hedged.1), page::share_of(row.unnamed.0, row.unnamed.1));
            let density = row.density();
            view! { <td>{row.words}</td><td>{hedged}</td><td>{unnamed}</td><td>{row.open}</td><td>{density}</td> }
        })
    };
    view! { <tr><th scope="row"><Button class="go" text=name press=open/></th>{reactive(cells)}</tr> }
}

/// Computes the figures of the files one after the other.
fn compute(state: State, files: Vec<OpenFile>, figures: RwSignal<Vec<Option<Figures>>>) {
    spawn_local(async move {
        let list = state.words.compiled.get_untracked();
        for (number, file) in files.iter().enumerate() {
            let row = Figures::of(&file.text, &analyze_with(&file.text, list.as_deref()));
            // Fails after the dialog was closed.
            if figures.try_update(|figures| figures[number] = Some(row)).is_none() {
                return;
            }
            next_task().await;
        }
    });
}

/// Resolves in the next task of the browser.
async fn next_task() {
    let wait = js_sys::Promise::new(&mut |done, _| drop(window().set_timeout_with_callback(&done)));
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}
