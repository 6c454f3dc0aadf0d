//! Citation: whether words before a noun phrase make it a source, as `according to`, `told by`, `citing` and `a warning from` do.

use crate::engine::grammar::noun_phrase::is_quote;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words of the phrase are looked at.
const BETWEEN: usize = 6;

/// How far before `by` and the agent `accused` may stand, with what somebody is accused of.
const CHARGE: usize = 6;

/// How far before the hearer `her` may stand in `in her first long interview with the guards`.
const HEARER: usize = 7;

/// How far before the phrase the verb of `confirmed it with officials` may stand.
const CONFIRMED: usize = 3;

/// Returns true behind `according to`, `told by`, `citing`, `interviews with`, `criticised by`; also further on in a list, of which the phrase
/// is `listed` as a later member.
pub(crate) fn introduced(text: &str, tokens: &[Token], start: usize, listed: bool) -> bool {
    let mut at = start;
    for _ in 0..12 {
        let Some(before) = at.checked_sub(1) else { return false };
        if is_cited(tokens, at) || is_charge(text, tokens, at) || (is_uttered(tokens, at) && (at == start || !begins_with_name(tokens, at)))
        {
            return true;
        }
        // Only along a list: `according to the mayor and two officials`.
        let verbal =
            tokens[before].is(class::BE | class::HAVE | class::MODAL | class::SAY | class::PREP) && !tokens[before].is_word(words!("as"));
        if verbal || (at == start && !listed) {
            return false;
        }
        at -= 1;
    }
    false
}

/// Returns true for `China` and `the European Commission` at `at`.
fn begins_with_name(tokens: &[Token], at: usize) -> bool {
    let article = usize::from(tokens[at].is(class::DET));
    tokens.get(at + article).is_some_and(|token| token.is(shape::UPPER))
}

/// Returns true if `citing`, `according to` or `told by` stands just before `at`.
fn is_cited(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at - 1];
    // `To critics, it is a folly.`
    let eyes = || before.reads(words!("to")) && tokens[at..].iter().take(BETWEEN).any(|token| token.reads(set::OPINION_HOLDER));
    // `Per officials, the dam leaks`, not `Per resident, it costs nine euros`
    let per = || {
        let several = tokens[at].is(class::DET | class::NUMBER | class::MODIFIER | shape::PLURAL) && !tokens[at].is(shape::UPPER);
        before.reads(words!("per")) && several
    };
    let Some(second) = at.checked_sub(2).map(|second| &tokens[second]) else { return before.reads(set::CITING) || eyes() || per() };
    let speech = second.is(class::SAY | class::THINK) && !second.is(class::PROMISE);
    let opening = second.reads(words!("told")) && !tokens[at].reads(set::POSSESSIVE);
    let told = speech && (second.is(shape::ED) || second.is_word(words!("told" | "said")) || opening);
    // `seen by many as a snub`, `thought by insiders to be broke`
    let behind =
        || tokens[at..].iter().take(BETWEEN).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(words!("as" | "to")));
    let told = told || (second.is_word(words!("seen" | "thought")) && behind());
    // `was urged by residents to quit`
    let told = (told || second.is_word(words!("urged")) && behind())
        || said_on_a_day(tokens, at - 1)
        || second.is(class::UTTERANCE)
        || second.is_word(set::REPEATED)
        || (at >= 3 && tokens[at - 3].reads(words!("told")));
    let informers =
        || tokens[at..].iter().take(BETWEEN).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(set::INFORMER));
    // `Among diehards the feeling is that`
    let feeling = || {
        let behind = tokens[at..].iter().take(BETWEEN).skip_while(|token| !token.is_word(words!("the"))).nth(1);
        before.reads(words!("among" | "amongst")) && behind.is_some_and(|noun| noun.is_word(set::SHARED_VIEW))
    };
    before.reads(set::CITING)
        || feeling()
        // `To judge from critics`
        || (before.is_word(words!("from" | "by")) && second.reads(set::JUDGING_FROM))
        // `, per two people`, not `40 euros per resident`
        || (before.is_word(words!("per")) && (second.is(shape::MARK) || second.is_word(words!("as"))))
        || (before.reads(words!("to")) && second.reads(set::ATTRIBUTED_TO))
        || (before.reads(words!("by")) && told)
        || (before.is_word(words!("on")) && second.is_word(words!("based")) && informers())
}

/// Returns true for the `by` in `reported in early March by`.
fn said_on_a_day(tokens: &[Token], by: usize) -> bool {
    let date = |token: &&Token| {
        token.is(class::PREP | class::MONTH | class::WEEKDAY | class::PERIOD | class::ADVERB | shape::DIGITS) || token.is_word(set::EARLY)
    };
    let between = tokens[..by].iter().rev().take(CHARGE).take_while(date).count();
    let verb = by.checked_sub(between + 1).map(|verb| &tokens[verb]);
    between > 0 && verb.is_some_and(|verb| verb.is(class::SAY) && verb.is(shape::ED) && !verb.is(class::PROMISE))
}

/// Returns true if `a warning from`, `interviews with` or `in the eyes of` stands just before `at`.
fn is_uttered(tokens: &[Token], at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).map(|second| &tokens[second]) else { return false };
    let before = &tokens[at - 1];
    // `in an interview with` names the hearer.
    let own = || tokens[at.saturating_sub(HEARER)..at].iter().any(|token| token.reads(set::POSSESSIVE) || token.reads(words!("'s")));
    let hearer = (at >= 4 && tokens[at - 4].reads(words!("in"))) || own();
    // `heard from officials that`
    let that = || tokens[at..].iter().take(HEARER).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(words!("that")));
    (before.reads(words!("from")) && (noun.is(class::UTTERANCE) || (noun.is_word(set::HEAR) && that())))
        || (before.reads(words!("with")) && noun.reads(set::INTERVIEW) && !hearer)
        || (before.reads(words!("with")) && tokens[at.saturating_sub(CONFIRMED)..at].iter().any(|token| token.is_word(set::CONFIRM_WITH)))
        || (before.reads(words!("of")) && noun.reads(set::OWN_WORDS))
        || (before.reads(words!("among" | "amongst")) && noun.reads(set::FELT_AMONG))
}

/// Returns true for the agent of `accused of theft by three women` and of a name in quotation marks.
fn is_charge(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = || tokens[..at - 1].iter().rev().take(CHARGE);
    let charged = || before().take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(set::CHARGED));
    // `dubbed "the king" by fans`
    let quoted = || at >= 2 && is_quote(text, tokens, at - 2) && before().any(|token| token.is_word(set::NAMING));
    at > 0 && tokens[at - 1].reads(words!("by")) && (charged() || quoted() || is_verdict(text, tokens, at - 1))
}

/// Returns true before the `by` of `called unsafe by inspectors`, `hailed as a hero by fans`, `put at nine by officials`, `greeted with dismay by traders` and
/// `described as "a gift" by critics`.
fn is_verdict(text: &str, tokens: &[Token], by: usize) -> bool {
    let inner =
        |at: &usize| (tokens[*at].is(shape::WORD | shape::DIGITS) || is_quote(text, tokens, *at)) && !tokens[*at].is_word(words!("by"));
    let words = (by.saturating_sub(CHARGE)..by).rev().take_while(inner).count();
    (by - words..by.saturating_sub(1)).any(|verb| {
        let (token, next) = (&tokens[verb], &tokens[verb + 1]);
        let counted = || tokens[verb + 2].is(class::NUMBER | shape::DIGITS);
        let called = token.is_word(set::NAMING) && !next.is(class::PREP | class::ADVERB) && !next.is_word(set::CALLED_UP);
        let put = token.is_word(set::PUT) && next.is_word(words!("at")) && counted();
        let as_what = token.is_word(set::JUDGED_AS) && next.is_word(words!("as")) && !tokens[verb + 2].reads(set::SUBJECT_PRONOUN);
        called || put || as_what || (token.is_word(set::GREETED) && next.is_word(words!("with")))
    })
}
