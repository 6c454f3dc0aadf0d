//! Runs compiled patterns over the tokens of a sentence.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::{Code, Op, shape};
use crate::lexicon::{CODE, Context};
use std::cell::Cell;

/// How many instructions one attempt of a pattern of the lexicon may take; none needs nearly as many.
const FUEL: u32 = 20_000;
/// The same for a pattern of a user list, so that the time stays linear in the text whatever the pattern says.
const LIST_FUEL: u32 = 500;
/// How many instructions all patterns of a user list may take in one sentence; beyond that, matches are not found.
pub(crate) const LIST_BUDGET: u32 = 10_000;

/// Runs the patterns of the lexicon, or of a user list.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    code: Code<'a>,
    fuel: u32,
    /// Instructions left for all attempts in the sentence; `None` means no such limit.
    left: Option<&'a Cell<u32>>,
}

impl Matcher<'static> {
    /// Returns the matcher of the lexicon's patterns.
    pub fn lexicon() -> Self {
        Matcher { code: CODE, fuel: FUEL, left: None }
    }
}

impl<'a> Matcher<'a> {
    /// Returns the matcher of a user list's patterns; `left` counts the instructions left for the sentence.
    pub fn list(code: Code<'a>, left: &'a Cell<u32>) -> Self {
        Self { code, fuel: LIST_FUEL, left: Some(left) }
    }

    /// Matches span and right context from token `at` on. Returns the index of the token after the span.
    pub fn forward(&self, program: u32, tokens: &[Token], at: usize) -> Option<usize> {
        let (matched, end) = self.run::<false>(program, tokens, at);
        matched.then_some(end).flatten()
    }

    /// Returns true if the left context matches just before token `at`.
    pub fn backward(&self, program: u32, tokens: &[Token], at: usize) -> bool {
        self.run::<true>(program, tokens, at).0
    }

    /// Returns true if the context matches around the tokens `start..end`.
    pub fn holds(&self, context: &Context, tokens: &[Token], start: usize, end: usize) -> bool {
        self.forward(context.inside, &tokens[..end], start).is_some()
            && self.forward(context.forward, tokens, end).is_some()
            && self.backward(context.backward, tokens, start)
    }

    /// Runs a program once. Returns whether it matched, and the place of its [`Op::Mark`].
    fn run<const BACKWARD: bool>(&self, program: u32, tokens: &[Token], at: usize) -> (bool, Option<usize>) {
        let given = self.left.map_or(self.fuel, |left| self.fuel.min(left.get()));
        let program = &self.code.ops[program as usize..];
        let mut attempt = Attempt::<BACKWARD> { tokens, code: self.code, program, mark: None, fuel: given };
        let matched = attempt.step(0, at);
        if let Some(left) = self.left {
            left.set(left.get().saturating_sub(given - attempt.fuel));
        }
        (matched, attempt.mark)
    }
}

/// One attempt to match a program, by backtracking.
struct Attempt<'a, const BACKWARD: bool> {
    tokens: &'a [Token],
    code: Code<'a>,
    program: &'a [Op],
    mark: Option<usize>,
    fuel: u32,
}

impl<const BACKWARD: bool> Attempt<'_, BACKWARD> {
    /// Returns true if the program matches from instruction `pc` and token boundary `at` on.
    fn step(&mut self, mut pc: usize, mut at: usize) -> bool {
        loop {
            if self.fuel == 0 {
                return false;
            }
            self.fuel -= 1;
            let op = self.program[pc];
            pc += 1;
            match op {
                Op::Accept => return true,
                Op::Gap(most, marks) => return self.gap(pc, at, most, marks),
                Op::Split(one, other) => {
                    if self.step(usize::from(one), at) {
                        return true;
                    }
                    pc = usize::from(other);
                }
                Op::Jump(to) => pc = usize::from(to),
                Op::Mark => self.mark = Some(at),
                Op::Start if at == 0 => {}
                Op::End if at == self.tokens.len() => {}
                Op::Start | Op::End => return false,
                _ if self.next(at).is_some_and(|token| self.accepts(op, token)) => at = Self::beyond(at),
                _ => return false,
            }
        }
    }

    /// Skips up to `most` tokens, fewest first; `marks` admits punctuation.
    fn gap(&mut self, pc: usize, mut at: usize, most: u8, marks: bool) -> bool {
        for _ in 0..most {
            if self.step(pc, at) {
                return true;
            }
            if !self.next(at).is_some_and(|token| marks || !token.is(shape::MARK)) {
                return false;
            }
            at = Self::beyond(at);
        }
        self.step(pc, at)
    }

    /// Returns true if an instruction that consumes a token accepts this one.
    fn accepts(&self, op: Op, token: &Token) -> bool {
        match op {
            Op::Word(word) => token.word == word,
            Op::Set(start, end) => self.code.sets[usize::from(start)..usize::from(end)].binary_search(&token.word).is_ok(),
            Op::Class(mask) => token.is(self.code.masks[usize::from(mask)]),
            Op::NotClass(mask) => !token.is(self.code.masks[usize::from(mask)] | shape::MARK),
            _ => !token.is(shape::MARK),
        }
    }

    /// Returns the next token in the direction of the run. A citation bracket is the edge of the sentence.
    fn next(&self, at: usize) -> Option<&Token> {
        let place = if BACKWARD { at.checked_sub(1)? } else { at };
        self.tokens.get(place).filter(|token| !token.is(shape::CITATION))
    }

    fn beyond(at: usize) -> usize {
        if BACKWARD { at - 1 } else { at + 1 }
    }
}
