//! Dates as phrases: `next spring`, `14 August`, `by the end of May`, `in the weeks ahead`, `before the summit`.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many tokens an event before which a step is due may take: `the second round of talks`.
const EVENT: usize = 6;

/// Returns the end of a date that begins at `at`.
pub(super) fn date_at(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let later = (token.is_word(set::LATER_OR_LATE) && word_at(tokens, at + 1, words!("this"))).then_some(at + 3);
    if token.is_word(set::NEAR_DAY) || (at == 0 && token.reads(set::NEAR_DAY)) || token.is(class::WEEKDAY) {
        Some(at + 1)
    } else if token.is_word(set::LATER_OR_LATE) && word_at(tokens, at + 1, set::NEAR_DAY) {
        Some(at + 2)
    } else if let Some(end) = event(text, tokens, at).or_else(|| coming_period(tokens, at)) {
        Some(end)
    } else if is_season(tokens, at) || (token.is_word(set::BEFORE_COMING_PERIOD) && is_period(tokens, at + 1)) {
        Some(at + 2)
    } else if let Some(end) = later.filter(|_| is_period(tokens, at + 2)) {
        Some(end)
    } else if token.is(class::PERIOD)
        && tokens.get(at + 1).is_some_and(|dash| dash.is_mark(text, "-"))
        && word_at(tokens, at + 2, words!("end"))
    {
        Some(at + 3)
    } else if token.is_word(set::PART_OF_PERIOD) && word_at(tokens, at + 1, words!("of")) {
        date_at(text, tokens, at + 2).or_else(|| part_of_period(tokens, at))
    } else {
        calendar_date(text, tokens, at)
    }
}

/// Returns the end of `3 March 2027`, `Mar. 3`, `March`, `Q3 2027`, `spring 2027` and of a year behind a preposition.
fn calendar_date(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    // `27`, `27th`
    let ordinal = |day: &str| {
        ["st", "nd", "rd", "th"].iter().any(|ending| day.ends_with(ending)) && day.starts_with(|first: char| first.is_ascii_digit())
    };
    let day = |at: usize| tokens.get(at).is_some_and(|token| token.span.len() <= 4 && (token.is(shape::DIGITS) || ordinal(word(at))));
    let year = |at: usize| matches!(word(at).as_bytes(), [b'1' | b'2', b'0' | b'9', b'0'..=b'9', b'0'..=b'9']);
    let after_day = |at: usize| {
        let comma = usize::from(word(at) == "," && year(at + 1));
        if year(at + comma) { at + comma + 1 } else { at }
    };
    // `May 2–3`
    let after_day = |at: usize| after_day(if matches!(word(at), "-" | "–") && day(at + 1) { at + 2 } else { at });
    let named = matches!(word(at).as_bytes(), [b'Q', b'1'..=b'4']) || (tokens[at].is_word(set::SEASON) && year(at + 1));
    let behind = at.checked_sub(1).map(|before| &tokens[before]);
    let middle = at > 1 && word(at - 1) == "-" && tokens[at - 2].is_word(words!("mid"));
    let in_year = middle || behind.is_some_and(|before| before.is(class::PREP) || before.is_word(words!("early" | "late")));
    // `on the 27th`
    let of_month = tokens[at].is_word(words!("the")) && behind.is_some_and(|on| on.is_word(words!("on"))) && ordinal(word(at + 1));
    if of_month {
        return Some(at + 2);
    }
    if named {
        Some(at + 1 + usize::from(year(at + 1)))
    } else if (is_month(tokens, at) && day(at + 1)) || (day(at) && is_month(tokens, at + 1)) {
        Some(after_day(at + 2))
    } else if is_month(tokens, at) && word(at + 1) == "." && day(at + 2) {
        Some(after_day(at + 3))
    } else if is_month(tokens, at) || (year(at) && in_year) {
        Some(at + 1)
    } else {
        None
    }
}

/// Returns the end of `half of the season`.
fn part_of_period(tokens: &[Token], at: usize) -> Option<usize> {
    let the = usize::from(word_at(tokens, at + 2, words!("the")));
    is_period(tokens, at + 2 + the).then_some(at + 3 + the)
}

/// Returns true for `the summer` behind `in`, `before the election`.
fn is_season(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let bound = before.is_some_and(|before| before.is_word(set::DATE_BOUND));
    let within = before.is_some_and(|before| before.is_word(set::WITHIN)) && is_period(tokens, at + 1);
    tokens[at].is_word(words!("the")) && (bound || within) && word_at(tokens, at + 1, set::SEASON)
}

/// Returns the end of `in two weeks`, `within days`, `over the next few months`, `in the weeks ahead`, `in the new year`, `at a later date`.
fn coming_period(tokens: &[Token], at: usize) -> Option<usize> {
    let within = tokens[at].is_word(set::WITHIN);
    // `in only a few days`
    let at_phrase = at + 1 + usize::from(word_at(tokens, at + 1, words!("only" | "just")));
    let the = at_phrase + usize::from(tokens.get(at_phrase).is_some_and(|token| token.reads(words!("the" | "a" | "an"))));
    let coming = the + usize::from(word_at(tokens, the, set::STILL_TO_COME));
    let count = tokens.get(coming..)?.iter().take(3).take_while(|token| is_count(token)).count();
    // `in two or three weeks`
    let range = word_at(tokens, coming + count, words!("or" | "to")) && tokens.get(coming + count + 1).is_some_and(is_count);
    let count = count + if count > 0 && range { 2 } else { 0 };
    let end = coming + count;
    if coming > the && word_at(tokens, end, words!("date" | "stage")) {
        return (within || tokens[at].is_word(words!("at"))).then_some(end + 1);
    }
    // `in two weeks' time`
    let owned = usize::from(word_at(tokens, end + 2, words!("time")));
    let ahead = word_at(tokens, end + 1 + owned, words!("ahead" | "time"));
    // `within days`, `within a year`
    let bare = tokens[at].is_word(words!("within")) && (end == at + 1 || (the > at + 1 && end == the));
    let open = coming > the || ahead || bare || (count > 0 && tokens[at].is_word(words!("in" | "within")));
    (within && open && is_period(tokens, end)).then_some(end + 1 + if ahead { 1 + owned } else { 0 })
}

fn is_count(token: &Token) -> bool {
    token.is(class::NUMBER) || (token.is(shape::DIGITS) && token.span.len() <= 2) || token.is_word(set::SOME_NUMBER)
}

/// Returns the end of `before the summit`, `after Monday's meeting`, `following a vote in parliament`.
fn event(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    if let Some(end) = dated_event(tokens, at) {
        return Some(end);
    }
    let bound = tokens[at].is_word(set::BEFORE_DUE_EVENT).then_some(at + 1)?;
    let first = tokens.get(bound)?;
    if !first.is(class::DET | class::WEEKDAY) && !first.is_word(set::BEFORE_COMING_PERIOD) && !first.reads(set::POSSESSIVE) {
        return None;
    }
    let word = |token: &Token| token.is(shape::WORD) && !token.is(class::CONJ | class::PREP | class::BE | class::HAVE | class::MODAL);
    let inside = |token: &&Token| word(token) || token.reads(words!("'s")) || token.is_mark(text, "-");
    let length = tokens[bound..].iter().take(EVENT).take_while(inside).count();
    let head = (bound..bound + length).rev().find(|at| tokens[*at].is_word(set::DUE_EVENT))?;
    // `at a meeting` names no date, `at Monday's meeting` does.
    let dated = tokens[bound..head].iter().any(|token| token.is(class::WEEKDAY) || token.is_word(set::BEFORE_COMING_PERIOD));
    if tokens[at].is_word(words!("at")) && !dated {
        return None;
    }
    // `before the vote was held`: a clause about the past.
    let closed = tokens.get(head + 1).is_none_or(|next| next.is(shape::MARK | class::PREP | class::CONJ));
    closed.then_some(head + 1)
}

/// Returns the end of `at next year's Harbour Games`, `in February's vote`.
fn dated_event(tokens: &[Token], at: usize) -> Option<usize> {
    let coming = usize::from(word_at(tokens, at + 1, set::BEFORE_COMING_PERIOD));
    let owner = at + 2 + coming;
    let dated = if coming > 0 { is_period(tokens, at + 2) } else { is_month(tokens, at + 1) };
    let opens = tokens[at].is_word(words!("at" | "in")) && dated && tokens.get(owner).is_some_and(|owner| owner.reads(words!("'s")));
    let word = |token: &&Token| {
        token.is(shape::WORD) && !token.is(class::CONJ | class::PREP | class::BE | class::HAVE | class::MODAL | class::PERIOD)
    };
    let length = tokens.get(owner + 1..).filter(|_| opens)?.iter().take(EVENT).take_while(word).count();
    let end = owner + 1 + length;
    let closed = tokens.get(end).is_none_or(|next| next.is(shape::MARK | class::PREP | class::CONJ));
    // `in next Tuesday's Oster, Nordhall, primary`
    let broken = tokens.get(end + 1).is_some_and(|next| next.is(shape::UPPER) && tokens[end].is(shape::MARK));
    (length > 0 && closed && !broken).then_some(end)
}

fn is_month(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is(class::MONTH) && token.is(shape::UPPER))
}

fn is_period(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is(class::PERIOD | class::WEEKDAY)) || is_month(tokens, at)
}
