//! Checks the rows of the ledgers, each written as one line.

use caveat_lector::engine::{Number, Source, Span, analyze, decisions, sources};

fn row(text: &str, source: &Source) -> String {
    let part = |label: &str, span: Option<Span>| span.map(|span| format!(" | {label} {}", span.of(text))).unwrap_or_default();
    let number = match source.number {
        Number::Count(count) => count.to_string(),
        Number::Several => "several".into(),
        Number::None => "-".into(),
    };
    let kind = source.kind.map_or("named", |kind| kind.name());
    let details = part("knows", source.knowledge) + &part("because", source.reason) + &part("through", source.outlet);
    let claims: Vec<&str> = source.claims.iter().map(|claim| claim.of(text)).collect();
    format!("{} | {kind} | {number} | {} places{details} | {}", source.phrase.of(text), source.places.len(), claims.join(" / "))
}

#[track_caller]
fn check(text: &str, unnamed: &[&str], named: &[&str]) {
    let ledger = sources(text, &analyze(text));
    let rows = |sources: &[Source]| sources.iter().map(|source| row(text, source)).collect::<Vec<_>>();
    assert_eq!(rows(&ledger.unnamed), unnamed, "unnamed");
    assert_eq!(rows(&ledger.named), named, "named");
}

#[test]
fn unnamed_sources_have_number_knowledge_and_reason() {
    check(
        "Two officials briefed on the plan said it may fail.",
        &["Two officials briefed on the plan | anonymous | 2 | 1 places | knows briefed on the plan | said it may fail."],
        &[],
    );
    check(
        "A diplomat, who asked not to be named because the talks are secret, said it may fail.",
        &[
            "A diplomat, who asked not to be named because the talks are secret | anonymous | 1 | 1 places | because because the talks are secret | said it may fail.",
        ],
        &[],
    );
    check(
        "It is believed to be lost. Reports suggest a fire.",
        &["is believed to | agentless | - | 1 places | ", "Reports | reports | - | 1 places | suggest a fire."],
        &[],
    );
}

#[test]
fn the_same_phrase_is_one_row() {
    check(
        "Critics say it is dear. The critics warned of delays. Analysts expect a fall.",
        &[
            "Critics | group | several | 2 places | say it is dear. / warned of delays.",
            "Analysts | group | several | 1 places | expect a fall.",
        ],
        &[],
    );
}

#[test]
fn a_definite_phrase_refers_to_the_source_before_it() {
    check(
        "A Western diplomat described it as fragile. “It may fail,” the diplomat said.",
        &["A Western diplomat | role | 1 | 2 places | described it as fragile. / “It may fail,”"],
        &[],
    );
}

#[test]
fn named_sources_stand_beside_them_by_name() {
    check(
        "The mayor, Lena Huld, said it may fail. Later Huld told the radio that it would not. The State Department declined, but Reuters reported, citing two officials, that talks go on.",
        &["two officials | role | 2 | 1 places | through Reuters | "],
        &[
            "The mayor, Lena Huld | named | - | 2 places | said it may fail. / told the radio that it would not.",
            "Reuters | named | - | 1 places | reported, citing two officials, that talks go on.",
        ],
    );
}

#[test]
fn a_capitalised_word_is_no_verb() {
    check("Deliberations within the United States persist.", &[], &[]);
}

#[test]
fn a_claim_may_stand_before_its_speaker() {
    check(
        "The port will stay open, the defence ministry said on Tuesday.",
        &[],
        &["the defence ministry | named | - | 1 places | The port will stay open,"],
    );
    check(
        "“It seems reckless,” Senator Tomas Quill told the chamber.",
        &[],
        &["Senator Tomas Quill | named | - | 1 places | “It seems reckless,”"],
    );
    check(
        "Ilse Maran, who told parliament that she would stay, left.",
        &[],
        &["Ilse Maran | named | - | 1 places | told parliament that she would stay, left."],
    );
}

#[test]
fn open_matters_are_listed_with_stage_decider_and_date() {
    let text = "Parliament has yet to approve the price. Talks are ongoing. The council will vote on the plan in June.";
    let rows: Vec<String> = decisions(&analyze(text))
        .iter()
        .map(|decision| {
            let part = |span: Option<Span>| span.map_or("-", |span| span.of(text));
            format!("{} | {} | {} | {}", decision.wording.of(text), decision.stage.name(), part(decision.decider), part(decision.date))
        })
        .collect();
    assert_eq!(
        rows,
        [
            "has yet to approve | undecided | Parliament | -",
            "Talks are ongoing | negotiating | - | -",
            "will vote | planned | The council | June"
        ]
    );
}
