//! Whether two wordings call one matter open.

use crate::engine::ledger::decision::Decision;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};
use rustc_hash::FxHashSet;

/// How many tokens before and behind a wording tell what it is about.
const BEFORE: usize = 8;

const BEHIND: usize = 14;

/// How many tokens before `which` tell what it stands for.
const ANTECEDENT: usize = 4;

/// The shortest noun that tells matters apart, in bytes.
const SHORTEST: usize = 3;

/// How many bytes behind a wording another can still be about the same step.
const STEP: usize = 40;

/// How many tokens beside a wording the matter may be called by a general name.
const BESIDE: usize = 4;

/// How many tokens behind a wording the first noun is looked for.
const REASONS: usize = 3;

/// What a wording is about: the nouns around it.
pub(super) type Topic = FxHashSet<String>;

/// Returns the nouns of headline and first sentence.
pub(super) fn main_topic(text: &str, report: &Report, headline: bool) -> Topic {
    let opening = report.sentences.iter().take(1 + usize::from(headline));
    opening.flat_map(|sentence| nouns(text, &tokens_of(text, *sentence))).collect()
}

/// Returns the nouns of the clause around a wording, without those of the wording and of who decides.
pub(super) fn topic_of(text: &str, report: &Report, finding: &Finding) -> Topic {
    let Some(sentence) = report.sentences.get(finding.sentence) else { return Topic::default() };
    let tokens = tokens_of(text, *sentence);
    let start = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    // The phrase that the wording belongs to ends at a verb, a conjunction or a mark.
    let edge = |token: &Token| {
        let mark = token.is(shape::MARK) && !token.is_mark(text, "-");
        let owned = token.reads(words!("'s"));
        let noun = is_noun_of_saying(&tokens, tokens.partition_point(|other| other.span.start < token.span.start));
        let verb = token.is(class::BE | class::HAVE | class::MODAL | class::SAY) && !owned && !noun;
        mark || verb || token.is(class::CONJ) || token.is_word(set::RELATIVE)
    };
    let verbs = tokens[..start].iter().rev().take_while(|token| token.is(class::BE | class::HAVE | class::ADVERB | shape::LY)).count();
    let first = verbs + tokens[..start - verbs].iter().rev().take(BEFORE).take_while(|token| !edge(token)).count();
    // `a sum which parliament has yet to approve` is about the sum.
    let relative = (start - first).checked_sub(1).filter(|at| tokens[*at].is_word(words!("which" | "that")));
    let antecedent = relative.map_or(0, |at| tokens[..at].iter().rev().take(ANTECEDENT).take_while(|token| !edge(token)).count() + 1);
    let first = first + if antecedent > 1 { antecedent } else { 0 };
    // `is weighing whether to sell the harbour` is about the harbour.
    let behind = end + usize::from(tokens.get(end).is_some_and(|token| token.is_word(words!("whether" | "if" | "how"))));
    let last = tokens[behind..].iter().take(BEHIND).take_while(|token| !edge(token)).count();
    let decider = finding.decider.unwrap_or(Span { start: 0, end: 0 });
    let around = tokens[start - first..start].iter().chain(&tokens[behind..behind + last]);
    let around: Vec<Token> = around.filter(|token| !token.span.overlaps(decider)).copied().collect();
    nouns(text, &around).into_iter().collect()
}

/// Returns true for `post` in `the post` and `Huld's post`: a noun, though the lexicon knows a verb.
fn is_noun_of_saying(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    tokens[at].is(class::SAY) && before.is_some_and(|before| before.is(class::DET) || before.reads(words!("'s")))
}

/// Returns the words that can tell matters apart, in lower case and without a plural `s`.
fn nouns(text: &str, tokens: &[Token]) -> Vec<String> {
    const FUNCTION: u64 = class::DET | class::PREP | class::PRONOUN | class::CONJ | class::ADVERB | class::NEGATOR | class::NUMBER;
    const VERB: u64 = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | class::SETTLE;
    const OTHER: u64 = class::PERIOD | class::MONTH | class::WEEKDAY | class::MODIFIER | class::TITLE | class::INSTITUTION;
    // `Huld's post` is about the post.
    let owner = |at: usize| tokens.get(at + 1).is_some_and(|next| next.reads(words!("'s")));
    let noun = |(at, token): &(usize, &Token)| {
        token.is(shape::WORD)
            && !owner(*at)
            && (!token.is(VERB) || is_noun_of_saying(tokens, *at))
            && !token.is(FUNCTION | OTHER | shape::LY | shape::ED | shape::ING)
            && !token.reads(set::GENERAL_MATTER)
    };
    let words =
        tokens.iter().enumerate().filter(noun).map(|(_, token)| token.span.of(text).to_lowercase()).filter(|word| word.len() >= SHORTEST);
    words.map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned)).collect()
}

/// Returns true for `is due to` and `consider`, and for `proposal to` and `unresolved` in one clause.
pub(super) fn goes_on(text: &str, one: Span, other: Span) -> bool {
    let between = text.get(one.end..other.start).filter(|between| between.len() <= STEP);
    between.is_some_and(|between| {
        tokens_of(text, Span { start: one.end, end: one.end + between.len() }).iter().all(|token| !token.is(shape::MARK | class::CONJ))
    }) && !text[one.end..other.start].contains('\n')
}

/// Returns true for a wording inside the matter of a row: `upcoming vote` in `is preparing for the upcoming vote`, and for a matter in the same words.
/// `words` gives the matter of the wording in lower case.
pub(super) fn is_part<'a>(text: &str, row: &Decision, finding: &Finding, decider: Option<Span>, words: impl FnOnce() -> &'a str) -> bool {
    let inside = row.matter.start <= finding.span.start && finding.span.end <= row.matter.end;
    let awaited = (row.stage == Kind::Awaiting) != (finding.kind() == Kind::Awaiting);
    let lower = |span: Span| span.of(text).to_lowercase();
    let apart = row.decider.zip(decider).is_some_and(|(one, other)| lower(one) != lower(other));
    let repeated = || row.matter.len() > row.wording.len() && lower(row.matter) == words();
    !apart && ((inside && !awaited) || repeated())
}

/// Returns true for rows whose heads are in one place, or the same words, unless others decide or at another time.
pub(super) fn has_head_of(text: &str, row: &Decision, other: &Decision) -> bool {
    let lower = |span: Span| span.of(text).to_lowercase();
    let holds = |one: Span, two: Span| one.start <= two.start && two.end <= one.end;
    let here = holds(row.matter, other.matter) || holds(other.matter, row.matter);
    let apart = |one: Option<Span>, two: Option<Span>| {
        one.zip(two).is_some_and(|(one, two)| !lower(one).ends_with(&lower(two)) && !lower(two).ends_with(&lower(one)))
    };
    // In `The trial begins in May, when Huld is to speak` Huld begins no trial.
    let leads = |who: Span| who.start <= row.matter.start.min(other.matter.start);
    let one_sided = row.decider.is_some() != other.decider.is_some();
    let apart_from = one_sided && !row.decider.or(other.decider).is_some_and(leads);
    // `Huld … is expected to speak` has a head of its own.
    let own = row.subject.is_some() || other.subject.is_some();
    let again = || lower(row.matter) == lower(other.matter);
    !apart_from && !apart(row.decider, other.decider) && !apart(row.date, other.date) && !own && (here || again())
}

/// Returns true if a wording calls the matter of a row open. Two plans are two matters unless they share two nouns.
pub(super) fn is_same(
    text: &str,
    (row, known): (&Decision, &Topic),
    (finding, topic, decider): (&Finding, &Topic, Option<Span>),
    main: &Topic,
    near: bool,
) -> bool {
    let shared = known.intersection(topic).count();
    let plan = row.stage == Kind::Planned || finding.kind() == Kind::Planned;
    let other = |who: Option<Span>| who.map(|who| who.of(text).to_lowercase());
    let (one, two) = (other(row.decider), other(decider));
    // `Lena Huld` and `Huld`
    let last = |who: &Option<String>| who.as_deref().and_then(|who| who.split_whitespace().last().map(str::to_owned));
    let dates = row.date.is_some() && finding.date.is_some() && other(row.date) != other(finding.date);
    let apart = dates || (one.is_some() && two.is_some() && last(&one) != last(&two));
    let about_main = |topic: &Topic| topic.intersection(main).next().is_some();
    let unnamed = topic.is_empty()
        && !names_matter(text, finding)
        && (finding.kind() != Kind::Awaiting || tokens_of(text, finding.span).iter().any(is_decision));
    let same = (near && (unnamed || shared == 1)) || (about_main(known) && ((topic.is_empty() && unnamed) || about_main(topic)));
    let both_plans = row.stage == Kind::Planned && finding.kind() == Kind::Planned;
    // Talks about one thing go on through an article, and a wording that names nothing is explained by the next.
    let talks = row.stage == Kind::Negotiating && finding.kind() == Kind::Negotiating;
    let talks = talks && (shared > 0 || (near && known.is_empty()));
    // Talks with Nordhall are a matter of their own beside the sale that the article is about.
    let other_talks = (row.stage == Kind::Negotiating) != (finding.kind() == Kind::Negotiating);
    let other_talks = other_talks && (!topic.is_empty() || names_party(text, finding));
    let near_act = near && one.is_some() == two.is_some() && same_act(text, row, finding);
    // `US Supreme Court to hear harbour case`, `The Supreme Court will hear the case`
    let again = one.is_some()
        && two.is_some()
        && both_plans
        && shared > 0
        && act(text, row.wording).is_some_and(|verb| Some(verb) == act(text, finding.span));
    if !apart && (talks || near_act || again) {
        return true;
    }
    (shared >= 2 && !dates) || (!apart && !other_talks && ((!plan && same) || (near && shared > 0 && !both_plans)))
}

fn is_decision(token: &Token) -> bool {
    token.is_word(words!("decision" | "decisions"))
}

/// Returns the tokens just behind a wording.
fn behind(text: &str, wording: Span) -> Vec<Token> {
    tokens_of(text, Span { start: wording.end, end: text.floor_char_boundary(wording.end + STEP) })
}

/// Returns the verb of a plan: `hear` of `will hear` and of `is expected to` before `hear`.
fn act(text: &str, wording: Span) -> Option<String> {
    let tokens = tokens_of(text, wording);
    let (last, before) = (tokens.last()?, tokens.len().checked_sub(2).map(|before| &tokens[before]));
    if last.is_word(words!("to")) {
        return behind(text, wording).first().map(|verb| verb.span.of(text).to_lowercase());
    }
    let verb = before.is_some_and(|before| before.is_word(words!("to" | "will")));
    verb.then(|| last.span.of(text).to_lowercase())
}

/// Returns true for one and the same verb behind two wordings: `is expected to move north` and `will move northwards`.
fn same_act(text: &str, row: &Decision, finding: &Finding) -> bool {
    let act = |wording: Span| {
        let tokens = behind(text, wording);
        let infinitive = text[..wording.end].ends_with(" to");
        let verb = tokens.first().filter(|verb| infinitive && verb.is(shape::WORD) && !verb.is(class::BE | class::HAVE | class::ADVERB));
        let object = tokens.get(1).filter(|object| object.is(shape::WORD));
        verb.zip(object).map(|(verb, object)| (verb.span.of(text).to_lowercase(), object.span.of(text).to_lowercase()))
    };
    let (one, two) = (act(row.wording), act(finding.span));
    one.is_some() && one == two
}

/// Returns true for `talks with Nordhall are ongoing`.
fn names_party(text: &str, finding: &Finding) -> bool {
    let tokens = tokens_of(text, finding.span);
    tokens.windows(2).any(|pair| pair[0].is_word(words!("with" | "between")) && pair[1].is(shape::UPPER))
}

/// Returns true for `no agreement has been signed`, which is about the talks that the article has told of.
pub(super) fn is_about_talks(text: &str, finding: &Finding) -> bool {
    let agreement = |token: &Token| token.is_word(words!("agreement" | "deal" | "accord" | "settlement"));
    finding.kind() == Kind::Undecided && tokens_of(text, finding.span).iter().any(agreement)
}

/// Returns true for `no decision on`, behind which a matter is named even if its noun is none that tells matters apart.
fn names_matter(text: &str, finding: &Finding) -> bool {
    let behind = text.get(finding.span.end..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    let last = tokens_of(text, finding.span).last().is_some_and(is_decision);
    last && matches!(behind, "on" | "about" | "over" | "whether" | "to" | "regarding" | "for" | "of")
}

/// Returns true for `no final decision` and for `is examining the issue`, which name no matter of their own.
pub(super) fn refers_back(text: &str, report: &Report, finding: &Finding) -> bool {
    let Some(sentence) = report.sentences.get(finding.sentence) else { return false };
    let tokens = tokens_of(text, *sentence);
    let start = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let end = tokens.partition_point(|token| token.span.start < finding.span.end);
    let matter = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is_word(set::BEFORE_MATTER));
    let decision = (start..end).find(|at| is_decision(&tokens[*at])).is_some_and(|at| !matter(at) && !matter(end - 1));
    let definite = |pair: &[Token]| pair[0].is_word(words!("the" | "this")) && pair[1].is_word(set::GENERAL_MATTER);
    let behind = tokens[end..].iter().take(2).copied().collect::<Vec<_>>();
    let before = &tokens[start.saturating_sub(BESIDE)..start];
    let general = behind.windows(2).any(definite) && !matter(end + 1);
    let planned = finding.kind() == Kind::Planned;
    !planned && (decision || general || before.windows(2).any(definite) || weighs_reasons(&tokens, end) || these_talks(&tokens, start))
}

/// Returns true for a row that is about buying, selling or an agreement.
pub(super) fn is_deal(text: &str, row: &Decision) -> bool {
    let around = Span { start: row.matter.start.min(row.wording.start), end: row.matter.end.max(row.wording.end) };
    tokens_of(text, around).iter().any(|token| token.reads(set::TRADING))
}

/// Returns true for `The deal is expected to close`: a plan whose subject only takes a matter up that the article has told of.
pub(super) fn takes_up(text: &str, report: &Report, finding: &Finding) -> bool {
    if finding.kind() != Kind::Planned {
        return false;
    }
    let Some(sentence) = report.sentences.get(finding.sentence) else { return false };
    let tokens = tokens_of(text, *sentence);
    let start = tokens.partition_point(|token| token.span.end <= finding.span.start);
    let verb =
        start - tokens[..start].iter().rev().take_while(|token| token.is(class::BE | class::HAVE | class::ADVERB | shape::LY)).count();
    let definite = |pair: &[Token]| pair[0].reads(words!("the" | "this" | "that")) && pair[1].reads(set::TAKEN_UP);
    let opens = |at: usize| at == 0 || tokens[at - 1].is(shape::MARK) || tokens[at - 1].is_word(words!("that" | "said" | "and" | "but"));
    verb >= 2 && definite(&tokens[verb - 2..verb]) && opens(verb - 2)
}

/// Returns true for `is weighing the risks`: what is weighed are reasons, the matter stands elsewhere.
fn weighs_reasons(tokens: &[Token], end: usize) -> bool {
    // `the potential transfer` is no reason.
    let noun = |at: usize| tokens.get(at + 1).is_none_or(|next| next.is(shape::MARK | class::PREP | class::CONJ));
    let words = tokens[end..].iter().take(REASONS).take_while(|token| token.is(shape::WORD)).count();
    (end..end + words).any(|at| tokens[at].is_word(set::REASON_WEIGHED) && noun(at))
}

/// Returns true for `these talks are part of` before a wording.
fn these_talks(tokens: &[Token], start: usize) -> bool {
    let talks = |pair: &[Token]| pair[0].is_word(words!("these" | "those" | "such")) && pair[1].reads(set::TALKS_TAKEN_UP);
    tokens[start.saturating_sub(BEFORE)..start].windows(2).any(talks)
}
