//! What a source is cited for as a unit of meaning: a quotation with its second half, a view without the words that introduce it.

use crate::engine::grammar::clause::has_finite_verb;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many characters `Lena Huld said,` between the halves of a quotation may take.
const ATTRIBUTION: usize = 80;
/// How many characters the second half of a quotation may take.
const HALF: usize = 400;
/// How many words behind a verb of giving the news stand that are given.
const TOLD: usize = 4;
/// How many words `repeated the widely held view that` may have.
const INTRODUCTION: usize = 6;

/// Returns the statement whole: both halves of `“The dam,” Lena Huld said, “is old.”`, and `the dam is old` of `repeated the view that the dam is old`.
pub(super) fn whole(text: &str, said: Span) -> Span {
    second_half(text, said).map_or_else(|| without_introduction(text, said), |end| Span { end, ..said })
}

/// Returns the end of the second half of a quotation whose sentence goes on behind who says it.
fn second_half(text: &str, said: Span) -> Option<usize> {
    let first = said.of(text);
    let quote = first.chars().next_back()?;
    let (open, close) = match quote {
        '”' => ('“', '”'),
        '"' => ('"', '"'),
        '’' => ('‘', '’'),
        _ => return None,
    };
    if !first.trim_end_matches(quote).ends_with(',') {
        return None;
    }
    let rest = text.get(said.end..)?;
    let opening = rest.char_indices().take(ATTRIBUTION).find(|(_, letter)| *letter == open).map(|(at, _)| at)?;
    if !is_attribution(text, Span { start: said.end, end: said.end + opening }) {
        return None;
    }
    let half = rest.get(opening + open.len_utf8()..)?;
    // `“It is late,” she said, “and we must go.”`: the first half is a clause of its own.
    let word = half.split_whitespace().next()?;
    let new_sentence = word.starts_with(char::is_uppercase) && !word.starts_with('I');
    if new_sentence || matches!(word, "and" | "but" | "so" | "or" | "yet" | "because" | "though" | "although" | "which" | "while") {
        return None;
    }
    let closing = half.char_indices().take(HALF).find(|(_, letter)| matches!(*letter, '\n') || *letter == close).map(|(at, _)| at)?;
    if half[closing..].starts_with('\n') {
        return None;
    }
    Some(said.end + opening + open.len_utf8() + closing + close.len_utf8())
}

/// Returns true for ` Lena Huld said, ` and ` said Lena Huld, the mayor, `: one verb of saying, no second clause, a comma at the end.
fn is_attribution(text: &str, between: Span) -> bool {
    let tokens = tokens_of(text, between);
    let verbs = tokens.iter().filter(|token| token.is(class::SAY) && !token.is(shape::ING)).count();
    let other = |token: &Token| {
        token.is(class::CONJ | class::BE | class::HAVE | class::MODAL | shape::ING)
            || token.is_word(set::RELATIVE)
            || token.is_word(set::SAYING)
    };
    let ends = tokens.last().is_some_and(|last| last.is_mark(text, ","));
    verbs == 1 && ends && !tokens.iter().any(other) && !between.of(text).contains('\n')
}

/// Leaves out `repeated the view that`.
fn without_introduction(text: &str, said: Span) -> Span {
    let tokens = tokens_of(text, said);
    let voiced = tokens.first().is_some_and(|first| first.is_word(set::VOICING));
    let that = tokens.iter().take(INTRODUCTION).position(|token| token.is_word(words!("that")));
    let view = that.and_then(|that| that.checked_sub(1)).filter(|noun| voiced && *noun > 0 && tokens[*noun].reads(set::VOICED_VIEW));
    let start = view.and_then(|noun| tokens.get(noun + 2)).map_or(said.start, |first| first.span.start);
    Span { start, ..said }
}

/// Returns what is said without a verb of saying before it: `about 60 boats are missing` of `said about 60 boats are missing`, the quotation of
/// `said in a video: “The dam is old.”`; nothing for `said this week, as the mill closes`.
pub(super) fn without_verb(text: &str, said: Span) -> Option<Span> {
    let tokens = tokens_of(text, said);
    if !tokens.first().is_some_and(|first| first.is_word(set::VERB_OF_WHAT_IS_SAID)) {
        return Some(said);
    }
    let opening = |at: &usize| matches!(tokens[*at].span.of(text), "“" | "\"");
    let introduced = |at: &usize| tokens[at - 1].is_mark(text, ":") || tokens[at - 1].is_mark(text, ",");
    let quotation = (1..tokens.len()).find(|at| opening(at) && (*at == 1 || introduced(at)));
    let adverb = |token: &&Token| token.is(shape::LY);
    let rest = 1 + tokens[1..].iter().take_while(adverb).count();
    let circumstance = |first: &Token| {
        let amount = tokens.get(rest + 1).is_some_and(|next| next.is(shape::DIGITS | class::NUMBER));
        let phrase = first.is(class::PREP) && !(first.is_word(words!("about" | "around")) && amount);
        phrase || first.is(shape::MARK | class::CONJ) || tokens.get(rest + 1).is_some_and(|next| next.is(class::PERIOD))
    };
    let clause = tokens.get(rest).filter(|first| !circumstance(first) && has_finite_verb(&tokens[rest..]));
    let start = quotation.map(|at| tokens[at].span.start).or(clause.map(|first| first.span.start))?;
    Some(Span { start, ..said })
}

/// Returns true unless what is said leans on other words: `he had not`, `this would not be the case`.
pub(super) fn says_something(text: &str, said: Span) -> bool {
    let tokens = tokens_of(text, said);
    let words: Vec<&Token> = tokens.iter().filter(|token| !token.is(shape::MARK)).collect();
    let [first, rest @ ..] = words.as_slice() else { return false };
    // `gave updates on the search`, `issued a statement`: not what is said.
    let tells = first.is_word(set::GIVING) && rest.iter().take(TOLD).any(|token| token.is_word(set::NEWS_GIVEN));
    let tells = tells && !rest.iter().any(|token| token.is(shape::ING) || token.is_word(words!("that")));
    // `told a news briefing`: where it is said.
    let occasion = words.len() <= TOLD && words.last().is_some_and(|last| last.is_word(words!("briefing" | "conference")));
    // `made themselves heard`
    let heard = words.windows(2).any(|pair| pair[0].is_word(set::REFLEXIVE) && pair[1].is_word(words!("heard")));
    if tells || occasion || heard {
        return false;
    }
    let rest = match rest {
        [rest @ .., the, case] if the.is_word(words!("the")) && case.span.of(text) == "case" => rest,
        rest => rest,
    };
    let leans = rest.iter().all(|token| token.is(class::NEGATOR | class::HAVE | class::BE | class::DO | class::MODAL));
    !(first.is(class::PRONOUN) && leans)
}

#[cfg(test)]
mod tests {
    use crate::engine::{analyze, sources};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let ledger = sources(text, &analyze(text));
        assert_eq!(ledger.named[0].claims[0].of(text), expected);
    }

    #[test]
    fn a_quotation_has_both_halves_of_its_sentence() {
        let halves = "“The odd thing,” Lena Huld said, “is that nobody came.”";
        check(halves, halves);
        check("“It is late,” Lena Huld said. “We must go.”", "“It is late,”");
        check("“It is late,” Lena Huld said, but Tom Quill said, “it is not.”", "“It is late,”");
        check("“It is late,” Lena Huld told a guard, who replied, “no way”.", "“It is late,”");
        check("“It is late,” Lena Huld said, adding, “I am cold.”", "“It is late,”");
        check("“It is late,” Lena Huld said, “and I am cold.”", "“It is late,”");
        check("“It is late,” Lena Huld said, and left.\n\nShe wrote a book, “The Dam”.", "“It is late,”");
    }

    #[test]
    fn a_view_stands_without_the_words_that_introduce_it() {
        check("Lena Huld repeated the view that the dam will fail.", "the dam will fail");
        check("Lena Huld voiced fears that the dam will fail.", "the dam will fail");
        check("Lena Huld rejected claims that the dam will fail.", "rejected claims that the dam will fail");
        check("Lena Huld pointed to the cost of the dam.", "pointed to the cost of the dam");
    }
}
