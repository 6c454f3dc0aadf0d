//! Who takes an open step: who plans, talks, weighs or decides.

use crate::engine::grammar::claims::antecedent;
use crate::engine::grammar::clause::{is_object, main_subject, noun_phrase_at, noun_phrase_before, subject};
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::speaker::head;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};
use std::ops::Range;

/// How far before the wording `talks between` may stand.
const TALKS: usize = 12;
/// How far behind the wording `by the board` may stand.
const AGENT: usize = 4;

/// Returns who takes the step that is open, if the sentence says so: for a plan who plans, for talks who talks, for what is awaited whose step
/// it is, else who weighs or decides.
pub(crate) fn decider(text: &str, tokens: &[Token], span: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    let talks = (span.start.saturating_sub(TALKS)..span.start).rev().find(|at| tokens[*at].is_word(words!("between")));
    if let Some(talks) = talks.filter(|at| *at > 0 && tokens[at - 1].is(shape::PLURAL)) {
        return sides(text, tokens, talks);
    }
    // Who `did not know if Oster would sign` decides nothing.
    let knows = tokens[span.clone()].iter().any(|token| token.is_word(words!("know" | "sure" | "clear" | "say")));
    let found = match kind {
        Kind::Undecided if knows => None,
        _ if holds_subject(tokens, span) => inside(text, tokens, span),
        Kind::Awaiting => awaited(text, tokens, span),
        Kind::Negotiating => between(text, tokens, span)
            .or_else(|| holder(text, tokens, span))
            .or_else(|| subject_of(text, tokens, span).map(|who| with_partner(text, tokens, who))),
        _ => agent(text, tokens, span).or_else(|| subject_of(text, tokens, span)).map(|who| with_partner(text, tokens, who)),
    };
    // Of two parties the first shows what they are: `the union and Oster's political leadership`.
    let first = |who: &Range<usize>| who.clone().skip(1).find(|at| tokens[*at].is_word(words!("and"))).unwrap_or(who.end);
    found.filter(|who| can_decide(&tokens[who.start..first(who)]) && is_whole(tokens, who))
}

/// Returns true for `council will decide`, a wording with its subject.
fn holds_subject(tokens: &[Token], span: &Range<usize>) -> bool {
    let first = &tokens[span.start];
    let pronoun = first.is(class::PRONOUN) && first.reads(set::SPEAKING_PRONOUN) && !first.is_word(words!("who"));
    let noun = pronoun
        || first.is(class::INSTITUTION | class::OFFICE | class::TITLE)
        || (first.is(shape::CAPITAL) && !first.is(class::DET | class::PREP));
    noun && tokens[span.clone()].iter().skip(1).any(|token| token.is(class::MODAL | class::HAVE | class::BE))
}

/// Returns the subject of such a wording.
fn inside(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let verb = span.clone().skip(1).find(|at| tokens[*at].is(class::MODAL | class::HAVE | class::BE))?;
    noun_phrase_before(text, tokens, verb)
}

/// Returns the subject of the wording if it begins with a verb, not for `sits within the agenda of` and `no decision`; of a noun its owner.
fn subject_of(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    if let Some(owner) = owner(text, tokens, span.start) {
        return Some(owner);
    }
    if let Some(maker) = maker(text, tokens, span) {
        return Some(maker);
    }
    let headline = tokens[span.start].is_word(words!("to")) && tokens[span.start].is(shape::HEADLINE);
    let in_talks = tokens[span.start].is_word(words!("in")) && span.start > 0 && tokens[span.start - 1].is(class::BE | class::ADVERB);
    // `has {not ruled out}`, but `no decision`
    let not = tokens[span.start].is_word(words!("not" | "never" | "yet"));
    let verb = (not || !tokens[span.start].is(class::PREP | class::DET | class::NEGATOR)) && !is_passive(tokens, span);
    // `Republicans vowing to`, `donors to back the plan to`: neither a participle nor a noun has the phrase before it as its subject.
    let participle = tokens[span.start].is(shape::ING) && !tokens[..span.start].iter().rev().take(2).any(|token| token.is(class::BE));
    let verb = (verb && !participle && !is_noun(text, tokens, span.start)) || headline || in_talks;
    if participle {
        let behind = span.start > 0 && (tokens[span.start - 1].is_mark(text, ",") || tokens[span.start - 1].is_word(words!("and")));
        return behind.then(|| main_subject(text, tokens, span.start - 1)).flatten();
    }
    let found = verb.then(|| subject(text, tokens, thought_to(tokens, span.start))).flatten().map(|who| antecedent(text, tokens, who));
    let found = found.filter(|who| !is_object(tokens, who)).map(|who| without_clause(tokens, who));
    found.or_else(|| if verb { coordinated_subject(text, tokens, span.start) } else { None })
}

/// Returns where `was thought to be` begins before a verb, or the verb.
fn thought_to(tokens: &[Token], verb: usize) -> usize {
    let auxiliary = |token: &&Token| token.is(class::BE | class::HAVE | class::ADVERB) || token.is_word(words!("to"));
    let start = verb - tokens[..verb].iter().rev().take(AGENT).take_while(auxiliary).count();
    let infinitive = start < verb && tokens[start].is_word(words!("to"));
    // `The sides are to resume talks`, `Oster plans to resume talks`
    let control = infinitive && start >= 1 && (tokens[start - 1].is(class::BE) || tokens[start - 1].is_word(set::SUBJECT_CONTROL));
    if control && start + 1 == verb && !tokens[start - 1].is(shape::ING) {
        return start - 1;
    }
    let be = infinitive
        && start >= 2
        && tokens[start - 1].is_word(set::THOUGHT_TO)
        && tokens[start - 2].is(class::BE | class::HAVE | class::ADVERB);
    if be { start - 1 } else { verb }
}

/// Returns the subject of a second verb: `The council` of `plans` in `The council sold the mill and now plans to leave`.
fn coordinated_subject(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let auxiliary = |token: &&Token| token.is(class::ADVERB | class::HAVE | class::BE | shape::LY);
    let start = verb - tokens[..verb].iter().rev().take(AGENT).take_while(auxiliary).count();
    let joined = start > 0 && tokens[start - 1].is_word(words!("and" | "but" | "or"));
    let who = main_subject(text, tokens, start.checked_sub(1).filter(|_| joined)?)?;
    // In `Huld said the council sold the mill and plans to leave` the council may plan it; `has said it is late and has promised to` is clear.
    let reported = tokens[who.end..start].iter().any(|token| token.is(class::SAY | class::THINK));
    let parallel = start < verb && tokens[start].is(class::HAVE | class::BE) && tokens[who.end].word == tokens[start].word;
    if reported && !parallel {
        return None;
    }
    // In `the steps taken to reopen the line and start talks` the verb is an infinitive.
    let finite = tokens[verb].is(shape::ED | shape::PLURAL | class::BE | class::HAVE) || start < verb;
    let infinitive = !finite && tokens[who.end..start].iter().any(|token| token.is_word(words!("to")));
    (!infinitive).then_some(who)
}

/// Returns who makes a plan known: `The council` of `plan to` in `The council unveiled a plan to`.
fn maker(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let adjective = |token: &Token| token.is(class::MODIFIER | class::DET | shape::ED) && !token.is(class::SAY);
    let within = |token: &&Token| (adjective(token) && !token.is_word(set::PLANNING_VERB)) || token.is_mark(text, "-");
    let verb = span.start.checked_sub(1 + tokens[..span.start].iter().rev().take(4).take_while(within).count())?;
    let other = word_at(tokens, span.end + 1, words!("by")) || tokens[verb].is(shape::ING | shape::UPPER);
    let makes = tokens[verb].is_word(set::PLANNING_VERB) && verb + 1 < span.start + usize::from(tokens[span.start].is(shape::PLURAL));
    let verbal = tokens[span.start].is(class::BE | class::HAVE | class::MODAL | shape::ED) && !tokens[span.start].is(class::MODIFIER);
    let who = subject(text, tokens, verb).filter(|_| makes && !other && !verbal)?;
    let passive = tokens[who.end.min(verb)..verb].iter().any(|token| token.is(class::BE | class::NEGATOR));
    (!passive && !is_object(tokens, &who)).then(|| without_clause(tokens, antecedent(text, tokens, who)))
}

/// Returns true for a noun with its article: `this new UN-backed plan`.
fn is_noun(text: &str, tokens: &[Token], at: usize) -> bool {
    let within = |token: &&Token| token.is(class::MODIFIER | shape::ED | shape::UPPER) || token.is_mark(text, "-");
    let before = tokens[..at].iter().rev().take(4).take_while(within).count();
    let first = at.checked_sub(before + 1).map(|first| &tokens[first]);
    first.is_some_and(|first| first.is(class::DET) && !first.is(class::NUMBER | class::PRONOUN))
        && !tokens[at].is(class::BE | class::HAVE | class::MODAL)
}

/// Returns the owner of the noun at `noun`: `Oster` in `Oster's plan to`, `his` in `his plan to`.
fn owner(text: &str, tokens: &[Token], noun: usize) -> Option<Range<usize>> {
    let modifier = |token: &&Token| token.is(class::MODIFIER | shape::ED | shape::ING) && !token.is(shape::MARK);
    let last = noun.checked_sub(1 + tokens[..noun].iter().rev().take(1).filter(modifier).count())?;
    if tokens[last].reads(set::POSSESSIVE) {
        // `Huld has stated her intention to`
        let verb = last.checked_sub(1).filter(|verb| tokens[*verb].is_word(set::OWN_PLAN_VERB));
        let own = verb.and_then(|verb| subject(text, tokens, verb)).filter(|who| !is_object(tokens, who));
        return own.filter(|who| can_decide(&tokens[who.clone()])).or(Some(last..last + 1));
    }
    let possessive = tokens[last].reads(words!("'s")) || tokens[last].is_apostrophe(text);
    // `it's up to Huld`
    let contracted = last > 0 && tokens[last - 1].is(class::PRONOUN);
    (possessive && !contracted && last > 0).then(|| left_edge(text, tokens, last - 1)..last)
}

/// Returns true for `is being considered` and `will be set up`, whose subject does nothing; not for `is expected to sign`.
fn is_passive(tokens: &[Token], span: &Range<usize>) -> bool {
    if word_at(tokens, span.end, words!("be")) {
        return true;
    }
    let be = (span.start.saturating_sub(2)..span.end).rev().find(|at| tokens[*at].is(class::BE));
    let participle = |token: &Token| token.is(shape::ED | class::PARTICIPLE) || token.is_word(set::IRREGULAR_PARTICIPLE);
    let participle = be.and_then(|be| (be + 1..tokens.len().min(span.end + 2)).find(|at| participle(&tokens[*at])));
    participle.is_some_and(|at| !word_at(tokens, at + 1, words!("to")))
}

/// Returns the agent behind the wording: `considered by the board`, `a bid by the board`.
fn agent(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let by = (span.start..tokens.len().min(span.end + AGENT)).find(|at| tokens[*at].is_word(words!("by")))?;
    let acts = by <= span.end || is_passive(tokens, span) || tokens[span.end - 1].is(shape::ED);
    if acts { noun_phrase_at(text, tokens, by + 1) } else { None }
}

/// Returns whose step is awaited: `Congress` in `awaits Congress's approval` and in `until Congress votes`, `the court` in `a ruling by the court`.
fn awaited(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    // `the case is currently before Huld's court`
    let last = span.end - usize::from(tokens[span.end - 1].is_word(words!("before")));
    let first = (span.start..last).find(|at| tokens[*at].is_word(set::AWAITING_CLAUSE));
    if let Some(first) = first {
        // In `until Congress votes` the verb ends the wording; what stands behind it is its object.
        let verb = (first + 1..span.end).rev().find(|end| can_decide(&tokens[first + 1..*end]));
        // In `until the embassy is completed` nobody decides.
        let verb = verb.filter(|end| !tokens[*end].is(class::BE));
        return verb.map(|end| without_act(text, tokens, first + 1..end));
    }
    let owner = (span.start + 1..span.end).find(|at| tokens[*at].span.of(text).starts_with(['\'', '’']));
    // `awaits Congress's approval`: the phrase does not reach over the verb.
    let owner = || owner.and_then(|at| noun_phrase_before(text, tokens, at)).map(|who| who.start.max(span.start + 1)..who.end);
    let of = |at: usize| word_at(tokens, at, words!("of" | "by" | "from" | "in")).then(|| noun_phrase_at(text, tokens, at + 1)).flatten();
    // `a vote in the House`, but not `a vote in Oster`
    let body = |who: &Range<usize>| !tokens[who.start - 1].is_word(words!("in")) || head(&tokens[who.clone()]).is(class::INSTITUTION);
    if let Some(who) = (span.end..span.end + AGENT).find_map(of).filter(|who| body(who) && can_decide(&tokens[who.clone()])) {
        return Some(who);
    }
    let opens = |token: &Token| token.is(class::DET | shape::UPPER | class::INSTITUTION) || token.reads(set::POSSESSIVE);
    let behind = || noun_phrase_at(text, tokens, span.end).filter(|who| opens(&tokens[who.start]));
    let by = agent(text, tokens, span).or_else(behind).map(|who| without_act(text, tokens, who));
    // `lawmakers must vote`
    let duty = || tokens[span.start].is_word(words!("must")).then(|| subject_of(text, tokens, span)).flatten();
    by.filter(|who| can_decide(&tokens[who.clone()])).or_else(owner).or_else(duty).or_else(|| self::owner(text, tokens, span.start))
}

/// Returns who holds talks: `Nordhall` in `Nordhall will hold talks with Oster`.
fn holder(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let within = |token: &&Token| token.is(class::MODIFIER | class::DET);
    let verb = span.start.checked_sub(1 + tokens[..span.start].iter().rev().take(AGENT).take_while(within).count())?;
    let with = (span.start..=span.end).any(|at| word_at(tokens, at, words!("with")));
    let holds = with && tokens[verb].is_word(set::HOLDING_VERB) && !tokens[verb].is(shape::ING);
    let who = subject(text, tokens, thought_to(tokens, verb)).filter(|_| holds)?;
    (!is_object(tokens, &who)).then(|| with_partner(text, tokens, antecedent(text, tokens, who)))
}

/// Returns the two sides of `talks between Oster and Nordhall`.
fn between(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let at = (span.start..tokens.len().min(span.end + AGENT)).find(|at| tokens[*at].is_word(words!("between")))?;
    sides(text, tokens, at)
}

/// Returns the two sides behind `between`.
fn sides(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let one = noun_phrase_at(text, tokens, at + 1)?;
    if tokens[one.clone()].iter().any(|token| token.is_word(words!("and"))) {
        return Some(one);
    }
    let other = word_at(tokens, one.end, words!("and")).then(|| noun_phrase_at(text, tokens, one.end + 1)).flatten()?;
    Some(one.start..other.end)
}

/// Adds the first of two parties: `the union and the port authority` for `the port authority`.
fn with_partner(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let joined = who.start > 0 && tokens[who.start - 1].is_word(words!("and" | "nor"));
    let other = who.start.checked_sub(1).filter(|_| joined).and_then(|and| noun_phrase_before(text, tokens, and));
    let other = other.filter(|other| can_decide(&tokens[other.clone()]));
    let Some(mut start) = other.map(|other| other.start) else { return who };
    // `Oster, Sund and Nordhall`
    while start >= 2 && tokens[start - 1].is_mark(text, ",") && tokens[start - 2].is(shape::UPPER) {
        start -= 2;
    }
    start..who.end
}

/// Returns true if the phrase is not a part of a longer one, as `departments` is in `officials and allied departments`.
fn is_whole(tokens: &[Token], found: &Range<usize>) -> bool {
    let list = |token: &Token| token.is_word(words!("and" | "or"));
    let closing = |token: &Token| matches!(token.byte, b')' | b']');
    let free =
        |token: &Token| (token.is(shape::MARK) && !closing(token)) || token.is(class::PRONOUN) || (token.is(class::CONJ) && !list(token));
    let first = &tokens[found.start];
    // `, and members of the council are`
    let clause = found.start > 1 && tokens[found.start - 1].is_word(words!("and")) && tokens[found.start - 2].byte == b',';
    clause
        || first.is(class::DET | class::NUMBER | class::PRONOUN | shape::UPPER)
        || found.start.checked_sub(1).is_none_or(|before| free(&tokens[before]))
}

/// Returns the name in `that Huld` and in `a rover NASA plans to fly`.
fn without_clause(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let start = who.start + usize::from(tokens[who.start].reads(words!("that" | "both")) && who.len() > 1);
    let names = tokens[start..who.end].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    let indefinite = tokens[start].is_word(words!("a" | "an"));
    let bare = names > 0 && names < who.end - start && !tokens[who.end - names - 1].is(class::PREP);
    if indefinite && bare { who.end - names..who.end } else { start..who.end }
}

/// Returns `Congress` of `Congress's approval`.
fn without_act(text: &str, tokens: &[Token], found: Range<usize>) -> Range<usize> {
    let act = |at: &usize| *at > found.start && tokens[*at].is_word(set::ACT_OF_AUTHORITY) && !tokens[at - 1].is(class::DET | class::PREP);
    let found = found.start..found.clone().find(act).unwrap_or(found.end);
    let owner = found.clone().rev().find(|at| tokens[*at].reads(words!("'s")) || tokens[*at].is_apostrophe(text));
    let act = |at: &usize| *at > found.start && tokens.get(at + 1).is_none_or(|next| !next.is(shape::UPPER));
    found.start..owner.filter(act).unwrap_or(found.end)
}

/// Returns true for a name, an institution or people: not `the plan`, not `it`, not `But with Republicans`.
fn can_decide(who: &[Token]) -> bool {
    let (Some(first), Some(last)) = (who.first(), who.last()) else { return false };
    if who.len() == 1 && first.is(class::PRONOUN) {
        return (first.reads(set::SPEAKING_PRONOUN) || first.reads(set::POSSESSIVE)) && !first.reads(words!("we" | "our"));
    }
    let opening = first.is(class::CONJ | class::ADVERB) || (first.is(class::PREP) && !first.is(class::DET));
    let broken = last.is(class::DET | class::PREP | class::CONJ | shape::MARK);
    let head = head(who);
    let not_one = class::WEEKDAY | class::MONTH | class::PRONOUN | class::DET | class::PREP | class::ADVERB | class::NUMBER;
    // `Theresa May`
    let surname = who.len() > 1 && last.is(shape::UPPER) && last.is(class::MONTH) && who[who.len() - 2].is(shape::UPPER);
    let name = head.is(shape::UPPER) && (surname || !head.is(not_one));
    if head.reads(set::NO_DECIDER) {
        return false;
    }
    let people = head.is(class::INSTITUTION | class::OFFICE | class::TITLE) || head.reads(set::DECIDING_PEOPLE) || head.reads(set::NATION);
    let people = people || (head.is(shape::AGENT | shape::AGENTS) && !head.is(class::NOT_AGENT));
    !opening && !broken && (name || people)
}
