//! Properties of filters, exceptions, practice, comparison and share links that hold for any text.

use caveat_lector::engine::{Span, analyze};
use caveat_lector::lexicon::Category;
use caveat_lector::reading::{
    Content, Exception, ExceptionList, Fate, Filter, Guess, Link, Query, Verdict, compare, grade, search, shown, split_span, words,
};
use caveat_lector::wording::category_names;
use proptest::prelude::*;

/// Returns texts made of sentences with and without findings.
fn news() -> impl Strategy<Value = String> {
    let sentences = [
        "The plan may fail.",
        "Officials said it was over.",
        "Lena Huld said no.",
        "No final decision has been made.",
        "It may, “perhaps”, be — so.\n\n",
        "Ана \u{0} \u{301}e\u{301} שלום 🙂 may",
        "",
    ];
    prop::collection::vec(prop::sample::select(sentences.to_vec()), 0..12).prop_map(|parts| parts.join(" "))
}

/// Asserts that the pieces of a span, cut at the given places, join to the words of the span.
fn assert_pieces_cover(text: &str, span: Span, places: &[Span]) {
    let joined: String = split_span(span, places.iter().copied()).iter().map(|(run, _)| run.of(text)).collect();
    assert_eq!(joined, span.of(text));
}

proptest! {
    #[test]
    fn filters_and_exceptions_only_remove_findings(text in news(), code in any::<String>(), ignored in any::<String>(), wanted in any::<String>()) {
        let report = analyze(&text);
        let (filter, mut ignored) = (Filter::decode(&code), ExceptionList::decode(&ignored));
        prop_assert_eq!(shown(&text, &report, &Filter::default(), &ignored), report.clone());
        prop_assert_eq!(Filter::decode(&filter.code()), filter);
        ignored.add(Exception::of(&text, &report, 0).unwrap_or(Exception::Rule("none".into())));
        let left = shown(&text, &report, &filter, &ignored);
        prop_assert!(left.findings.iter().all(|finding| report.findings.contains(finding) && filter.shows(finding)));
        prop_assert_eq!(report.findings.len() - shown(&text, &report, &Filter::default(), &ignored).findings.len(), usize::from(!report.findings.is_empty()));
        if let Ok(query) = Query::parse(&wanted) {
            prop_assert!(search(&text, &report, &query, category_names).places.iter().all(|span| report.findings.iter().any(|finding| finding.span == *span)));
        }
    }

    #[test]
    fn practice_accounts_for_every_finding_and_every_guess(text in news(), picks in prop::collection::vec((any::<prop::sample::Index>(), 0..3usize), 0..8)) {
        let report = analyze(&text);
        let words = words(&text, Span { start: 0, end: text.len() });
        prop_assert!(words.iter().all(|word| !word.is_empty() && text.get(word.start..word.end).is_some()));
        let mut guesses: Vec<Guess> = Vec::new();
        for (index, category) in picks.iter().filter(|_| !words.is_empty()) {
            let span = *index.get(&words);
            guesses.retain(|guess| !guess.span.overlaps(span));
            guesses.push(Guess { span, category: Category::ALL[*category] });
        }
        let outcomes = grade(&report, &guesses);
        prop_assert_eq!(outcomes.iter().filter(|outcome| outcome.finding.is_some()).count(), report.findings.len());
        prop_assert_eq!(outcomes.iter().filter(|outcome| outcome.guess.is_some()).count(), guesses.len());
        prop_assert!(outcomes.iter().all(|outcome| (outcome.verdict == Verdict::Missed) == outcome.guess.is_none()));
        assert_pieces_cover(&text, Span { start: 0, end: text.len() }, &outcomes.iter().map(|outcome| outcome.span).collect::<Vec<_>>());
    }

    #[test]
    fn the_comparison_has_every_sentence_of_both_versions_once(earlier in news(), later in news()) {
        let (before, after) = (analyze(&earlier), analyze(&later));
        let comparison = compare((&earlier, &before), (&later, &after));
        let mut sentences: Vec<usize> = comparison.pairs.iter().filter_map(|pair| pair.earlier).collect();
        sentences.sort_unstable();
        prop_assert!(sentences.into_iter().eq(0..before.sentences.len()));
        prop_assert!(comparison.pairs.iter().filter_map(|pair| pair.later).eq(0..after.sentences.len()));
        let same = compare((&earlier, &before), (&earlier, &before));
        prop_assert!(Fate::ALL.iter().all(|fate| same.count(*fate) == 0) && same.added(&before) == [0, 0] && same.dropped(&before) == [0, 0]);
    }

    #[test]
    fn any_fragment_is_read_or_rejected(fragment in any::<String>(), packed in any::<Vec<u8>>()) {
        let _ = Link::read(&fragment);
        let _ = Link::read(&format!("#text1={fragment}"));
        let link = Link { packed, filter: Filter::STRONG, content: Content::Text, notes: Vec::new() };
        prop_assert_eq!(Link::read(&link.fragment()), Ok(Some(link)));
    }
}

#[test]
fn long_versions_are_compared_in_time() {
    let sentence = |word: &str, number| format!("The {word} plan number {number} may fail.");
    let version = |word: &str| (0..8_000).map(|number| sentence(word, number)).collect::<Vec<_>>().join(" ");
    let (earlier, later) = (version("old"), version("new"));
    let (before, after) = (analyze(&earlier), analyze(&later));
    let comparison = compare((&earlier, &before), (&later, &after));
    assert!(comparison.pairs.len() >= 8_000);
}
