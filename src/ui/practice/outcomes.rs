//! The comparison of the learner's marks with those of the rules, phrase by phrase.

use crate::engine::{Finding, Span};
use crate::lexicon::Category;
use crate::reading::{Analysis, Outcome, Verdict};
use crate::ui::controls::fact;
use crate::ui::row_link::RowLink;
use crate::wording::{category_name, page};
use leptos::prelude::*;

/// The numbers of agreements and differences, in a sentence.
pub fn tally(outcomes: &[Outcome]) -> impl IntoView + use<> {
    let count = |verdict| outcomes.iter().filter(|outcome| outcome.verdict == verdict).count();
    let tally = page::tally(count(Verdict::Both), count(Verdict::Otherwise), count(Verdict::Extra), count(Verdict::Missed));
    view! { <p class="tally" role="status">{tally}</p> }
}

/// A row for each phrase.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]
pub fn Outcomes(outcomes: Vec<Outcome>, analysis: Analysis) -> impl IntoView {
    let rows = outcomes.iter().map(|outcome| outcome_view(&analysis, outcome)).collect_view();
    view! {
        <section class="outcomes" aria-label=page::PHRASES><ol>{rows}</ol></section>
    }
}

fn outcome_view(analysis: &Analysis, outcome: &Outcome) -> impl IntoView + use<> {
    let report = analysis.report();
    let finding = outcome.finding.and_then(|number| report.findings.get(number));
    let rules =
        finding.map_or(page::NOTHING.to_owned(), |finding| format!("{}, {}", category_name(finding.category()), finding.kind().title()));
    let why = match (finding, outcome.look_alike.and_then(|number| report.rejected.get(number))) {
        (Some(finding), _) => page::quoted_words(&finding.rule.why),
        (None, Some(rejected)) => page::because(&rejected.reason),
        (None, None) => page::NO_RULE.to_owned(),
    };
    let facts = [(page::YOU, outcome.guess.map_or(page::NOTHING, category_name).to_owned()), (page::THE_RULES, rules)];
    let words = analysis.phrase(outcome.span);
    view! {
        <li class=class(outcome.verdict)>
            <RowLink head=words.clone() label=words places=vec![outcome.span]/>
            <dl>{facts.into_iter().map(fact).collect_view()}</dl>
            <p>{why}</p>
        </li>
    }
}

/// A compared phrase in the article.
pub fn outcome_mark(analysis: &Analysis, span: Span, outcome: &Outcome) -> impl IntoView + use<> {
    let finding = outcome.finding.and_then(|number| analysis.report().findings.get(number)).map(Finding::category);
    let category: Option<Category> = finding.or(outcome.guess);
    let class = format!("{} {}", category.map_or("", Category::name), class(outcome.verdict));
    let words = analysis.phrase(span);
    let label = page::outcome(&words, outcome.guess, finding);
    view! { <mark class=class data-letters=category.map(Category::letter) aria-label=label>{words}</mark> }
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Both => "both",
        Verdict::Otherwise => "otherwise",
        Verdict::Missed => "missed",
        Verdict::Extra => "extra",
    }
}
