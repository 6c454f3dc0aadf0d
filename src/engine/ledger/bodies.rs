//! Bodies and groups that a pronoun or a short form stands for.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::ledger::person_names::{names_in, speakers_before};
use crate::engine::ledger::running_quotation::Speaker;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::Report;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// The longest acronym, in bytes.
const ACRONYM: usize = 6;
/// How far from the start of its sentence, in bytes, `it` may stand for the subject of the sentence before.
const OPENING: usize = 20;
/// How far from the start of its sentence, in bytes, a subject begins.
const SUBJECT: usize = 12;

/// Returns the name for `the mayor` after `the mayor, Lena Huld`, for `the ministry` after `the Oster fishing ministry`, and for `the Acting
/// District Attorney` after `Acting Oster District Attorney Lena Huld`.
pub(super) fn short_form(text: &str, report: &Report, sentence: usize, phrase: &[Token]) -> Option<Speaker> {
    let phrase = without_republic(phrase);
    let the = phrase.first()?.reads(words!("the"));
    let office = if the { &phrase[1..] } else { phrase };
    let head = office.last()?;
    // `the health ministry` for `the Oster health ministry`
    let body = head.is(class::INSTITUTION) && !head.is(shape::UPPER | class::TITLE);
    let long = office.len() > 1 && (head.is(class::TITLE) || body) && office.iter().all(|token| token.is(shape::WORD));
    let bare = office.len() == 1 && head.is(class::TITLE) && head.is(shape::UPPER);
    let lower = office.len() == 1 && !head.is(shape::UPPER);
    if !(bare || (the && (long || lower))) {
        return None;
    }
    let same = |one: &Token, other: &Token| one.span.of(text).eq_ignore_ascii_case(other.span.of(text));
    let named = |who: &Span| {
        let words = tokens_of(text, *who);
        let at = words.iter().position(|token| same(token, head));
        let all = office.iter().all(|part| words.iter().any(|token| same(token, part)));
        // The band of `the band's spokeswoman`, the group of `the leader of the group`, the court of `Court Judge Huld` and the union of
        // `Union leader Huld` do not speak.
        let owner = |at: usize| words.get(at + 1).is_some_and(|next| next.reads(words!("'s")) || next.is_apostrophe(text));
        let judge = |at: usize| words.get(at + 1).is_some_and(|next| next.is(class::TITLE | class::OFFICE | shape::AGENT));
        let part = |at: usize| owner(at) || judge(at) || (office.len() == 1 && words[..at].iter().any(|token| token.is(class::PREP)));
        let at = at.filter(|at| !part(*at));
        // `the president` is no vice president.
        // `President Quarrick` for `the President`, not `the President of the Republic`
        let person = !bare || names_in(&words).next().is_some();
        let article = usize::from(words.first().is_some_and(|first| first.reads(words!("the"))));
        let whole = !body || office.len() == 1 || words.last().is_some_and(|last| same(last, head));
        all && person
            && whole
            && words.len() - article > office.len()
            && at.is_some_and(|at| at == 0 || office.len() > 1 || !words[at - 1].reads(set::BELOW_OFFICE))
    };
    speakers_before(report, sentence).into_iter().find(named).map(|who| Speaker { who, named: true })
}

/// Leaves out the tail of `the President of the Republic`.
fn without_republic(phrase: &[Token]) -> &[Token] {
    match phrase {
        [office @ .., of, the, last]
            if of.is_word(words!("of")) && the.is_word(words!("the")) && last.reads(words!("republic" | "country" | "nation")) =>
        {
            office
        }
        _ => phrase,
    }
}

/// Returns the one body that the sentence before `it` tells of.
pub(super) fn body_before(text: &str, report: &Report, sentence: usize, pronoun: &Token) -> Option<Speaker> {
    let opens = report.sentences[sentence].start + OPENING >= pronoun.span.start;
    let before = report.sentences[sentence.checked_sub(1).filter(|_| opens)?];
    let tokens = tokens_of(text, before);
    // `AMD is buying it.`
    let verb = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::SAY | shape::ED | shape::PLURAL);
    if tokens.len() > 1 && tokens[0].span.len() > 1 && is_acronym(text, &tokens[0]) && verb(&tokens[1]) {
        return Some(Speaker { who: tokens[0].span, named: true });
    }
    let mut bodies = (0..tokens.len()).filter(|at| tokens[*at].is(class::INSTITUTION | class::OUTLET) && !tokens[*at].is(shape::PLURAL));
    // `The Guardian reported that he had left. It said`
    if let [claim] = report.claims_in(sentence - 1)
        && bodies.clone().next().is_none()
        && claim.who.start == before.start
        && is_titled_body(&tokens_of(text, claim.who))
    {
        return Some(Speaker { who: claim.who, named: true });
    }
    let head = bodies.next().filter(|_| bodies.next().is_none())?;
    let start = left_edge(text, &tokens, head);
    // In `The failure is a blow to the navy` the navy is not its subject.
    let subject = start <= 1 || tokens[start - 1].is_mark(text, ",") || tokens[start - 1].is(class::CONJ | class::MONTH | class::WEEKDAY);
    // `limited government` is no body.
    if !subject || (!tokens[start].reads(set::DEFINITE) && !tokens[start].is(shape::UPPER)) {
        return None;
    }
    let who = Span { start: tokens[start].span.start, end: tokens[head].span.end };
    Some(Speaker { who, named: tokens[start..=head].iter().skip(1).any(|token| token.is(shape::UPPER)) })
}

/// Returns true for `The Guardian`: a name with an article, of no person.
fn is_titled_body(phrase: &[Token]) -> bool {
    let name = |token: &Token| token.is(shape::UPPER) && !token.is(class::TITLE | class::OFFICE);
    phrase.len() > 1 && phrase[0].reads(words!("the")) && phrase[1..].iter().all(name)
}

/// Returns the one person without a name that the sentence before `she` is about, if it tells of nobody else: `A Karsk nurse`.
pub(super) fn person_before(text: &str, report: &Report, sentence: usize, pronoun: &Token) -> Option<Speaker> {
    let opens = report.sentences[sentence].start + SUBJECT >= pronoun.span.start;
    let tokens = tokens_of(text, report.sentences[sentence.checked_sub(1).filter(|_| opens)?]);
    let agent = |token: &Token| token.is(shape::AGENT) && !token.is(class::NOT_AGENT);
    let known =
        |token: &Token| token.is(class::TITLE | class::OFFICE) || token.reads(set::PLAIN_PERSON) || token.reads(set::DECIDING_PEOPLE);
    let person = |token: &Token| (agent(token) || known(token)) && !token.is(shape::PLURAL | shape::AGENTS);
    let people = tokens.iter().filter(|token| person(token) || token.is(shape::AGENTS)).count();
    let subject = noun_phrase_at(text, &tokens, 0).filter(|phrase| phrase.end < tokens.len())?;
    let head = &tokens[subject.end - 1];
    let one = tokens[0].reads(set::ARTICLE) && person(head) && people == 1 && names_in(&tokens).next().is_none();
    let he = pronoun.reads(words!("he" | "his" | "him"));
    let fits = if he { !head.reads(set::WOMAN) } else { !head.reads(set::MAN) };
    (one && fits).then(|| Speaker { who: Span { start: tokens[0].span.start, end: head.span.end }, named: false })
}

/// Returns the only people that the sentence before `they` tells of, if they are its subject: `Scientists` in `Scientists will examine it.`
pub(super) fn people_before(text: &str, report: &Report, sentence: usize, pronoun: &Token) -> Option<Speaker> {
    let opens = report.sentences[sentence].start + SUBJECT >= pronoun.span.start;
    let before = report.sentences[sentence.checked_sub(1).filter(|_| opens)?];
    let tokens = tokens_of(text, before);
    let people = |token: &Token| {
        let kind = token.is(shape::AGENTS) || (token.is(shape::PLURAL) && (token.reads(set::DECIDING_PEOPLE) || token.reads(set::NATION)));
        kind && !token.is(class::NOT_AGENT)
    };
    let mut all = (0..tokens.len()).filter(|at| people(&tokens[*at]) || tokens[*at].is_word(words!("and" | "they")));
    let head = all.next().filter(|_| all.next().is_none()).filter(|head| people(&tokens[*head]))?;
    let start = left_edge(text, &tokens, head);
    let who = Span { start: tokens[start].span.start, end: tokens[head].span.end };
    (start == 0).then_some(Speaker { who, named: false })
}

/// Returns the body that the sentence of `it` tells of first: `the board` in `Although the board sold its shares, it said it intends to stay`.
pub(super) fn body_in_sentence(text: &str, report: &Report, sentence: usize, pronoun: &Token) -> Option<Speaker> {
    let span = report.sentences[sentence];
    let tokens = tokens_of(text, Span { start: span.start, end: pronoun.span.start.max(span.start) });
    // `it said it intends to stay`, not `it is expected to take months`
    let behind = tokens_of(text, Span { start: pronoun.span.end, end: span.end.max(pronoun.span.end) });
    let verb = behind.iter().find(|token| !token.is(class::ADVERB | class::HAVE | shape::LY))?;
    if !(verb.is(class::SAY | class::THINK) || verb.is_word(set::VOLITION)) {
        return None;
    }
    let opening = usize::from(tokens.first()?.reads(words!("although" | "though" | "while" | "as" | "but" | "and")));
    let finite = |token: &Token| token.is(class::HAVE | class::BE | class::SAY | class::THINK | class::MODAL | shape::ED);
    let verb = (opening + 1..tokens.len()).find(|at| finite(&tokens[*at]))?;
    let subject = noun_phrase_before(text, &tokens, verb).filter(|subject| subject.start == opening)?;
    let (first, head) = (&tokens[opening], &tokens[subject.end - 1]);
    let people = head.reads(set::DECIDING_PEOPLE) && !head.is(shape::AGENT | shape::AGENTS | class::TITLE);
    let single = subject.len() == 1 && is_acronym(text, head);
    let body = people || single || head.is(class::INSTITUTION | class::OUTLET) || head.reads(set::BODY_THAT_SPEAKS);
    let definite = first.reads(set::DEFINITE) || first.is(shape::UPPER);
    let behind = &tokens[subject.end..];
    // In `The board met the council before it` and `The board bought Tarn before it` another may be meant.
    let modifies = |at: usize| {
        behind
            .get(at + 1)
            .is_some_and(|next| next.byte == b'-' || (next.is(shape::WORD) && !next.is(class::PREP | class::CONJ | shape::ED)))
    };
    let other = |at: usize| {
        behind[at].is(class::INSTITUTION | class::OUTLET)
            || (behind[at].is(shape::UPPER) && !behind[at].is(class::MONTH | class::WEEKDAY) && !modifies(at))
    };
    let alone = !(0..behind.len()).any(other);
    let whole = Span { start: first.span.start, end: head.span.end };
    let named = tokens[subject.clone()].iter().any(|token| token.is(shape::UPPER));
    (body && definite && alone && !head.is(shape::PLURAL)).then_some(Speaker { who: whole, named })
}

pub(super) fn is_acronym(text: &str, token: &Token) -> bool {
    token.span.len() <= ACRONYM && token.span.of(text).bytes().all(|byte| byte.is_ascii_uppercase())
}
