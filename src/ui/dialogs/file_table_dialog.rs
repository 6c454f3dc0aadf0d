//! The table that compares the open files.

use crate::browser::local_file;
use crate::browser::timers::run_before_next_frame;
use crate::engine::analyze_with;
use crate::export::{self, Document, Format};
use crate::reading::{ArticleFigures, Column, ExceptionList, Filter, Order, ordered};
use crate::ui::actions::show_file;
use crate::ui::controls::{Button, lead, reactive};
use crate::ui::state::{OpenFile, State};
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The files of the table, with the figures that are computed so far.
#[derive(Clone, Copy)]
struct Table {
    files: StoredValue<Vec<OpenFile>>,
    figures: RwSignal<Vec<Option<ArticleFigures>>>,
    order: RwSignal<Option<Order>>,
}

/// The table. The rows are computed one by one, in tasks between which the page responds.
#[component]
pub fn FileTableDialog() -> impl IntoView {
    let state = expect_context::<State>();
    state.save_current_file();
    let files = state.files.all.get_untracked();
    let figures = RwSignal::new(vec![None; files.len()]);
    let table = Table { files: StoredValue::new(files), figures, order: RwSignal::new(None) };
    compute(state, table);
    let status = RwSignal::new("");
    let unfinished = Signal::derive(move || figures.with(|figures| figures.iter().any(Option::is_none)));
    let numbers = move || table.files.with_value(|files| figures.with(|figures| ordered(&rows(files, figures), table.order.get())));
    view! {
        {lead(page::TABLE_HOW)}
        <div class="wide" tabindex="0" role="region" aria-label=page::ARTICLES>
            <table class="figures-table">
                <thead><tr>{Column::ALL.into_iter().map(|column| view! { <ColumnHead column order=table.order/> }).collect_view()}</tr></thead>
                <tbody><For each=numbers key=|number| *number let:number><FileRow number table/></For></tbody>
            </table>
        </div>
        <p class="row">
            <Button id="download-table" text=page::DOWNLOAD_TABLE disabled=unfinished press=move || download_table(table, status)/>
            <Button id="download-marks" text=page::DOWNLOAD_MARKS press=move || download_marks(state, table, status)/>
            <span role="status">{status}</span>
        </p>
        {lead(page::LIST_FORGOTTEN)}
    }
}

fn rows<'a>(files: &'a [OpenFile], figures: &[Option<ArticleFigures>]) -> Vec<(&'a str, Option<ArticleFigures>)> {
    files.iter().zip(figures).map(|(file, figures)| (file.name.as_str(), *figures)).collect()
}

/// The head of a column, which orders the table.
#[component]
fn ColumnHead(column: Column, order: RwSignal<Option<Order>>) -> impl IntoView {
    let sorted = move || order.get().filter(|order| order.column == column).map(|order| order.descending);
    let direction = move || sorted().map(|descending| if descending { "descending" } else { "ascending" });
    let press = move || order.update(|order| *order = Some(Order::after(*order, column)));
    view! { <th scope="col" aria-sort=direction><Button text=page::table_column(column) press=press/></th> }
}

#[component]
fn FileRow(number: usize, table: Table) -> impl IntoView {
    let state = expect_context::<State>();
    let open = move || {
        state.dialog.set(None);
        // When the closed dialog has given the focus back.
        run_before_next_frame(move || show_file(state, number));
    };
    let name = table.files.with_value(|files| files[number].name.clone());
    let figures = Memo::new(move |_| table.figures.with(|figures| figures[number]));
    let cells = move || {
        figures.get().map(|row| {
            if let Some(notice) = row.notice {
                return view! { <td>{row.words}</td><td colspan="4">{page::not_analysed(notice)}</td> }.into_any();
            }
            let (hedged, unnamed) = (page::share_of(row.hedged, row.sentences), page::share_of(row.unnamed, row.statements));
            view! { <td>{row.words}</td><td>{hedged}</td><td>{unnamed}</td><td>{row.open}</td><td>{row.density()}</td> }.into_any()
        })
    };
    view! { <tr><th scope="row"><Button class="go" text=name press=open/></th>{reactive(cells)}</tr> }
}

/// Computes the figures of the files one after the other.
fn compute(state: State, table: Table) {
    spawn_local(async move {
        let list = state.words.compiled.get_untracked();
        for (number, file) in table.files.get_value().iter().enumerate() {
            let row = ArticleFigures::new(&file.text, &analyze_with(&file.text, list.as_deref()));
            // Fails after the dialog was closed.
            if table.figures.try_update(|figures| figures[number] = Some(row)).is_none() {
                return;
            }
            next_task().await;
        }
    });
}

/// Downloads the table, in the order in which the files were opened.
fn download_table(table: Table, status: RwSignal<&'static str>) {
    let content = table.files.with_value(|files| {
        let known = |(name, figures): (_, Option<ArticleFigures>)| figures.map(|figures| (name, figures));
        table.figures.with_untracked(|figures| export::figures_table(rows(files, figures).into_iter().filter_map(known)))
    });
    download(page::TABLE_FILE, &content, status);
}

/// Downloads the marks of all files as one table.
fn download_marks(state: State, table: Table, status: RwSignal<&'static str>) {
    spawn_local(async move {
        let list = state.words.compiled.get_untracked();
        let (filter, ignored) = (Filter::default(), ExceptionList::default());
        let mut content = export::csv_head().to_owned();
        for OpenFile { name, text, from, .. } in &table.files.get_value() {
            let report = analyze_with(text, list.as_deref());
            let document = Document { path: Some(name), from: Some(from), ..Document::new(text, &report, &filter, &ignored) };
            content += &export::csv_rows(&document);
            next_task().await;
        }
        download(page::MARKS_FILE, &content, status);
    });
}

fn download(name: &str, content: &str, status: RwSignal<&'static str>) {
    let done = local_file::download(name, Format::Csv.media_type(), content);
    // Nothing is said if the dialog was closed meanwhile.
    let _ = status.try_set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD });
}

/// Resolves in the next task of the browser.
async fn next_task() {
    let wait = js_sys::Promise::new(&mut |done, _| drop(window().set_timeout_with_callback(&done)));
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}
