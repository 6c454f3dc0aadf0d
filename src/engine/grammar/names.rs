//! Names beside noun phrases: a phrase that carries a name is no unnamed source.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};

/// Returns why the phrase `start..end` with the head `head..head_end` counts as named, if it does.
pub(crate) fn reason(text: &str, tokens: &[Token], start: usize, head_end: usize, end: usize) -> Option<&'static str> {
    if is_proper_name(tokens, start, head_end, end) {
        Some("a capital makes it a name")
    } else if is_kin_of_named(text, tokens, start, head_end) {
        Some("a relation of somebody named")
    } else if is_fellow_of_named(tokens, start, head_end) {
        Some("they are named with somebody")
    } else if name_follows(tokens, start, head_end) {
        Some("a name follows the role")
    } else if name_stands_beside(text, tokens, head_end, end) {
        Some("a name stands beside the role")
    } else if of_place_and_name(tokens, head_end) {
        Some("a name follows the role")
    } else if is_bare_title(tokens, start, head_end) {
        Some("a title without an article belongs to a name")
    } else {
        named_before(text, tokens, start, end).then_some("the phrase describes somebody named just before")
    }
}

/// Returns true if capitals make the phrase a name: `The Observer`, `Oster Pilots`, `Physicians for Human Rights`.
fn is_proper_name(tokens: &[Token], start: usize, head_end: usize, end: usize) -> bool {
    let last = &tokens[head_end - 1];
    let capital = last.is(shape::CAPITAL) && !is_people(last);
    let before = &tokens[head_end.saturating_sub(2)];
    let part_of_name =
        capital && !last.is(shape::INITIAL) && start < head_end - 1 && before.is(shape::UPPER | class::PREP) && !before.is(class::DET);
    // `The Observer said`, but `The Democrat said`
    let outlet = capital
        && head_end == start + 2
        && tokens[start].reads(words!("the"))
        && !last.is(shape::PLURAL | shape::AGENTS | class::TITLE)
        && end == head_end;
    let article = start + 2 == head_end && tokens[start].reads(words!("the"));
    let for_a_cause = (article || start + 1 == head_end) && is_named_for_a_cause(tokens, head_end);
    part_of_name || outlet || for_a_cause || is_single_name(tokens, start, head_end, end) || ends_in_name(tokens, start, head_end, end)
}

/// Returns true for a capital word alone that is no role: `Observer said`, `as Observer reported`.
fn is_single_name(tokens: &[Token], start: usize, head_end: usize, end: usize) -> bool {
    let last = &tokens[head_end - 1];
    let inside = last.is(shape::CAPITAL) && !is_people(last) && start > 0 && !last.is(shape::INITIAL) && !tokens[start - 1].is(shape::MARK);
    let inside = inside && !tokens.get(head_end).is_some_and(|next| next.is_word(words!("of")));
    let plain = class::PRONOUN | class::DET | shape::PLURAL | shape::AGENTS | shape::HEADLINE;
    let bare = end == head_end && last.is(shape::UPPER) && !last.is(plain);
    start == head_end - 1 && (bare || (inside && !last.is(class::PRONOUN | class::DET))) && !last.reads(set::STANDING_BODY)
}

/// Returns true for people of a camp, a nation or a body, who have a capital without being named: `Democrats`, `Germans`.
fn is_people(token: &Token) -> bool {
    token.reads(set::POLITICAL_CAMP)
        || token.reads(set::NATION)
        || token.reads(set::NATION_AS_PEOPLE)
        || token.reads(set::ONE_OF_NATION)
        || token.reads(set::MEMBER_BY_INITIALS)
}

/// Returns true for `colleagues` in `Huld and colleagues`.
fn is_fellow_of_named(tokens: &[Token], start: usize, head_end: usize) -> bool {
    let joined = start >= 2 && tokens[start - 1].is_word(words!("and")) && tokens[start - 2].is(shape::UPPER);
    let counted =
        tokens[start].is(class::NUMBER | shape::DIGITS) || tokens[start].reads(set::ONE_MORE) || tokens[start].reads(set::SEVERAL);
    joined && !counted && tokens[head_end - 1].is_word(set::FELLOW)
}

/// Returns true for `singer Ana Ruiz`, `singer and songwriter Ana Ruiz`, `author state Sen. Ana Ruiz`.
fn name_follows(tokens: &[Token], start: usize, head_end: usize) -> bool {
    let second = !tokens[head_end - 1].is(shape::PLURAL) && !tokens[start].is(class::DET) && second_role_with_name(tokens, head_end);
    let title = tokens.get(head_end).is_some_and(|token| token.is(class::TITLE | shape::UPPER));
    second || adjective_and_title(tokens, head_end) || is_name(tokens, head_end) || (title && is_name(tokens, head_end + 1))
}

/// Returns true for `the mayor, Ana Ruiz,` and `a spokesperson for the port – Ana Ruiz –`.
fn name_stands_beside(text: &str, tokens: &[Token], head_end: usize, end: usize) -> bool {
    let dash = |token: &Token| token.is(shape::SPACED) && ["-", "–", "—"].iter().any(|dash| token.is_mark(text, dash));
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(text, ",") || dash(token));
    // In `an aide to the president, Mahmud Asch,` the name is the president's.
    let others = |at: usize| tokens[head_end..at].iter().any(|token| token.is(class::TITLE)) && tokens[head_end].is_word(words!("to"));
    let joined = head_end
        + tokens[head_end..].iter().take(JOINED).take_while(|token| !token.is(shape::MARK | class::SAY | class::BE | class::HAVE)).count();
    let beside = |at: &usize| comma(*at) && !is_state(tokens, *at) && apposition(text, tokens, at + 1) && !others(*at);
    [head_end, end, joined].iter().any(beside)
}

/// Returns true for a title without an article, which belongs to a name.
fn is_bare_title(tokens: &[Token], start: usize, head_end: usize) -> bool {
    let (first, last) = (&tokens[start], &tokens[head_end - 1]);
    // `Doctor: flu wave to peak`
    let heads = tokens.get(head_end).is_some_and(|next| next.byte == b':');
    last.is(class::TITLE)
        && !heads
        && !last.is(shape::PLURAL)
        && !first.is(class::DET | class::NUMBER)
        && (!first.is(class::MODIFIER) || last.is(shape::CAPITAL))
}

/// Returns true for an organisation that is named for its aim: `Physicians for Human Rights`, not `Lawyers for Ana Ruiz`.
fn is_named_for_a_cause(tokens: &[Token], head_end: usize) -> bool {
    let people = tokens[head_end - 1].is(shape::UPPER);
    let aims = tokens.get(head_end).is_some_and(|next| next.is_word(words!("for" | "against" | "without" | "of")));
    let part = |token: &Token| token.is(shape::CAPITAL) || token.is_word(words!("of" | "the" | "and"));
    let end = head_end + 1 + tokens.iter().skip(head_end + 1).take_while(|token| part(token)).count();
    people && aims && tokens[..end.min(tokens.len())].last().is_some_and(|last| last.is(shape::CAPITAL) && last.reads(set::NAMED_AIM))
}

/// Returns true for the comma before a state or country: `a resident of Oster, Ill., said`.
fn is_state(tokens: &[Token], comma: usize) -> bool {
    let city = tokens[..comma].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    let placed = city > 0 && comma > city && tokens[comma - city - 1].is_word(set::BEFORE_PLACE);
    placed
        && tokens.get(comma + 1).is_some_and(|state| state.is(shape::UPPER))
        && tokens.get(comma + 2).is_some_and(|mark| mark.is(shape::MARK))
}

/// How many words may stand between the article of an apposition and its name.
const JOB: usize = 3;

/// How many words may join a role to the name behind it: `spokesperson and singer, Ana Ruiz,`.
const JOINED: usize = 9;

/// Returns true for an office whose holder stands behind its place: `Speaker of the House Ana Ruiz`, not `a spokesman for New Oster Bank`.
fn ends_in_name(tokens: &[Token], start: usize, head_end: usize, end: usize) -> bool {
    let indefinite = tokens[start].reads(set::ONE_MORE) || tokens[start].is(class::NUMBER) || tokens[head_end - 1].is(shape::PLURAL);
    let clause = (head_end..end).find(|at| tokens[*at].is_word(words!("who")) || tokens[*at].is(shape::MARK));
    let end = clause.unwrap_or(end);
    let says = tokens.get(end).is_none_or(|next| next.is(class::SAY | class::HAVE | class::ADVERB | class::PRONOUN | shape::MARK));
    !indefinite && says && end >= head_end + 4 && (end - 3..end).all(|at| is_name(tokens, at))
}

/// Returns true for `state` in `author state Sen. Ana Ruiz`.
fn adjective_and_title(tokens: &[Token], head_end: usize) -> bool {
    let title = |at: usize| tokens.get(at).is_some_and(|token| token.is(class::TITLE) && token.is(shape::UPPER));
    tokens.get(head_end).is_some_and(|token| token.is(class::MODIFIER)) && title(head_end + 1)
}

/// Returns true behind `singer` in `singer and songwriter Ana Ruiz said`.
fn second_role_with_name(tokens: &[Token], head_end: usize) -> bool {
    let joined = tokens.get(head_end).is_some_and(|token| token.is_word(words!("and")));
    let end = head_end + tokens[head_end..].iter().take(JOINED).take_while(|token| !token.is(shape::MARK | class::SAY)).count();
    joined && end >= head_end + 3 && is_name(tokens, end - 1) && is_name(tokens, end - 2)
}

/// Returns true for `her mother`, `their families`, `Lena Huld's son`: of the relatives of an unnamed `boy` the article says no name.
fn is_kin_of_named(text: &str, tokens: &[Token], start: usize, head_end: usize) -> bool {
    let by_pronoun = tokens[start].reads(set::POSSESSIVE) && start + 1 < head_end;
    let owner = (start + 1..head_end).find(|at| tokens[*at].reads(words!("'s")) || tokens[*at].is_apostrophe(text));
    let by_owner = owner.is_some_and(|at| tokens[at - 1].is(shape::CAPITAL | class::TITLE));
    let of_name = tokens.get(head_end).is_some_and(|token| token.is_word(words!("of"))) && is_name(tokens, head_end + 1);
    tokens[head_end - 1].is_word(set::KIN) && (by_pronoun || by_owner || of_name)
}

/// Returns true for a place followed at once by a name: `mayor of Oster Ana Ruiz`, `MP for South Oster Ana Ruiz`.
fn of_place_and_name(tokens: &[Token], head_end: usize) -> bool {
    let head = &tokens[head_end - 1];
    let joined = |words: &[u16]| tokens.get(head_end).is_some_and(|token| has(words, token.word));
    let office = (head.is(class::TITLE) && joined(&words!("of" | "for"))) || (head.is(shape::UPPER) && joined(&words!("for")));
    office && !head.is(shape::PLURAL) && (head_end + 1..head_end + 4).all(|at| is_name(tokens, at))
}

fn is_name(tokens: &[Token], at: usize) -> bool {
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME | class::SAY | class::MODAL | class::PRONOUN);
    tokens.get(at).is_some_and(name)
}

/// Returns true for a name before a mark, a preposition or a verb of saying: `, Lena Huld,`. A name that begins a clause is no apposition:
/// `According to officials, Lena Huld left`.
fn apposition(text: &str, tokens: &[Token], at: usize) -> bool {
    let named =
        (at..tokens.len().min(at + JOINED)).take_while(|at| !tokens[*at].is(shape::MARK)).find(|at| tokens[*at].is_word(set::NAMED));
    // `her son, the director Marc Vasky,`
    let at = at
        + usize::from(
            tokens.get(at).is_some_and(|token| token.is(class::DET)) && tokens.get(at + 1).is_some_and(|token| token.is(class::TITLE)),
        );
    // `a second man, the crane contractor Emlyn Vasko,`
    let job = usize::from(tokens.get(at).is_some_and(|token| token.is(class::DET)));
    let words =
        tokens.iter().skip(at + job).take(JOB).take_while(|token| token.is(shape::WORD) && !token.is(shape::UPPER | class::SAY)).count();
    let full_name = job > 0 && words > 0 && is_name(tokens, at + job + words) && is_name(tokens, at + job + words + 1);
    let at = if full_name { at + job + words } else { at };
    let title = tokens.get(at).is_some_and(|token| token.is(class::TITLE)) && !is_name(tokens, at);
    let at = named.filter(|at| is_name(tokens, at + 1)).map_or(at + usize::from(title), |at| at + 1);
    let dot = |place: usize| tokens.get(place).is_some_and(|token| token.is_mark(text, "."));
    let hyphen = |place: usize| tokens.get(place).is_some_and(|token| token.is_mark(text, "-") && !token.is(shape::SPACED));
    let part_of_name = |place: &usize| {
        is_name(tokens, *place) || (dot(*place) && is_name(tokens, place + 1)) || hyphen(*place) || (*place > at && hyphen(place - 1))
    };
    let end = at + (at..tokens.len()).take_while(part_of_name).count();
    let closes = |token: &Token| token.is(class::SAY | class::PREP) || (token.is(shape::MARK) && !token.is_mark(text, "-"));
    end > at && tokens.get(end).is_none_or(closes)
}

/// Returns where the list begins whose last part is at `start`: `founder` in `Lena Huld, founder and editor of the Courier,`.
fn first_of_pair(text: &str, tokens: &[Token], start: usize) -> usize {
    let joined = start > 1 && tokens[start - 1].is_word(words!("and"));
    let word = |at: &usize| !tokens[*at].is(shape::MARK | class::SAY | class::BE);
    let first = (start.saturating_sub(JOINED)..start).rev().take_while(word).last();
    first.filter(|first| joined && *first > 0 && tokens[first - 1].is_mark(text, ",")).unwrap_or(start)
}

/// Returns true if the phrase describes a name before it: `Lena Huld, a spokesperson for the port,`.
fn named_before(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let dash = |token: &Token| token.is(shape::MARK) && token.is(shape::SPACED) && matches!(token.span.of(text), "-" | "–" | "—");
    let start = first_of_pair(text, tokens, start);
    let Some(comma) = start.checked_sub(1).filter(|at| tokens[*at].is_mark(text, ",") || dash(&tokens[*at])) else { return false };
    let mut at = comma;
    if at >= 2 && tokens[at - 1].is(shape::DIGITS) && tokens[at - 2].is_mark(text, ",") {
        at -= 2;
    }
    let particle = |token: &Token| token.is_word(set::NAME_PARTICLE);
    let part_of_name =
        |token: &Token| particle(token) || (token.is(shape::UPPER) && !token.is(class::NOT_A_NAME | class::PREP | class::CONJ));
    let last = at;
    while at > 0 && (part_of_name(&tokens[at - 1]) || (tokens[at - 1].is_mark(text, ".") && at >= 2 && tokens[at - 2].is(shape::UPPER))) {
        at -= 1;
    }
    // `In Geneva, officials said`, `in the Oster Archive, historians say`: a place, not a name.
    let article = usize::from(at > 1 && tokens[at - 1].is(class::DET));
    let after_preposition = at > 0 && tokens[at - 1 - article].is(class::PREP) && !tokens[at - 1 - article].is_word(set::BEFORE_PARTNER);
    // `they will leave Oster, the official said` has no second comma.
    let closed = tokens.get(end).is_none_or(|token| !token.is(class::SAY | class::THINK | class::HAVE | class::BE));
    let determined = tokens[start].is(class::DET);
    let plural = tokens[start..end].iter().any(|token| token.is(shape::PLURAL | shape::AGENTS));
    let one_of = tokens[start].reads(words!("one")) && tokens.get(start + 1).is_some_and(|next| next.is_word(words!("of")));
    let described = match (determined, closed) {
        _ if one_of && (at == 0 || tokens[at - 1].is(shape::MARK)) => true,
        (true, true) => true,
        (true, false) => (at == 0 || tokens[at - 1].is(shape::MARK)) && last - at >= 2,
        (false, _) => last - at >= 2 && (closed || !plural),
    };
    last > at
        && described
        && !after_preposition
        && !(last - at == 1 && tokens[at].is(class::ADVERB | class::WEEKDAY | class::MONTH | shape::LY))
}
