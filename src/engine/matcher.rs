//! Runs compiled patterns over the tokens of a sentence.

use super::token::Token;
use crate::lexicon::op::{Code, Op, shape};
use crate::lexicon::{Context, PROGRAMS};
use std::cell::Cell;

/// How many instructions one attempt may take; no pattern of the lexicon comes near.
const FUEL: u32 = 20_000;
/// The same for a reader's own patterns: whatever they say, the time stays linear in the text and short.
const OWN_FUEL: u32 = 500;

/// One attempt to match: a sentence, a direction, and how much may still be spent.
struct Run<'a, const BACKWARD: bool> {
    tokens: &'a [Token],
    code: Code<'a>,
    program: &'a [Op],
    mark: Option<usize>,
    fuel: u32,
    given: u32,
}

/// How many instructions all patterns of a reader's own list may take in one sentence: what is beyond is not found.
pub(crate) const OWN_BUDGET: u32 = 10_000;

/// Whose patterns are tried: the lexicon's, or those of a reader's own list.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    code: Code<'a>,
    fuel: u32,
    /// What is left for all attempts together; nothing where there is no such bound.
    left: Option<&'a Cell<u32>>,
}

impl Matcher<'static> {
    /// The patterns of the lexicon.
    pub fn lexicon() -> Self {
        Matcher { code: PROGRAMS.code(), fuel: FUEL, left: None }
    }
}

impl<'a> Matcher<'a> {
    /// The patterns of a reader's own list, with what is left for them in this sentence.
    pub fn own(code: Code<'a>, left: &'a Cell<u32>) -> Self {
        Self { code, fuel: OWN_FUEL, left: Some(left) }
    }

    fn run<'b, const BACKWARD: bool>(&self, program: u32, tokens: &'b [Token]) -> Run<'b, BACKWARD>
    where
        'a: 'b,
    {
        let fuel = self.left.map_or(self.fuel, |left| self.fuel.min(left.get()));
        Run { tokens, code: self.code, program: &self.code.ops[program as usize..], mark: None, fuel, given: fuel }
    }

    /// Matches span and right context from token `at` on; gives the token after the span.
    #[cfg_attr(small, optimize(speed))]
    pub fn forward(&self, program: u32, tokens: &[Token], at: usize) -> Option<usize> {
        let mut run = self.run::<false>(program, tokens);
        let matched = run.step(0, at);
        self.pay(&run);
        matched.then_some(run.mark).flatten()
    }

    /// Whether the left context holds just before token `at`.
    #[cfg_attr(small, optimize(speed))]
    pub fn backward(&self, program: u32, tokens: &[Token], at: usize) -> bool {
        let mut run = self.run::<true>(program, tokens);
        let matched = run.step(0, at);
        self.pay(&run);
        matched
    }

    /// Takes what an attempt has spent from what is left.
    fn pay<const BACKWARD: bool>(&self, run: &Run<'_, BACKWARD>) {
        if let Some(left) = self.left {
            left.set(left.get().saturating_sub(run.given - run.fuel));
        }
    }

    /// Whether a context holds around the tokens `start..end`.
    #[cfg_attr(small, optimize(speed))]
    pub fn holds(&self, context: &Context, tokens: &[Token], start: usize, end: usize) -> bool {
        self.forward(context.inside, &tokens[..end], start).is_some()
            && self.forward(context.forward, tokens, end).is_some()
            && self.backward(context.backward, tokens, start)
    }
}

impl<const BACKWARD: bool> Run<'_, BACKWARD> {
    /// The token that is next in the direction of the run.
    #[inline]
    fn next(&self, at: usize) -> Option<&Token> {
        let token = if BACKWARD { self.tokens.get(at.checked_sub(1)?)? } else { self.tokens.get(at)? };
        (!token.is(shape::CITATION)).then_some(token)
    }

    fn beyond(at: usize) -> usize {
        if BACKWARD { at - 1 } else { at + 1 }
    }

    #[cfg_attr(small, optimize(speed))]
    fn step(&mut self, mut pc: usize, mut at: usize) -> bool {
        loop {
            if self.fuel == 0 {
                return false;
            }
            self.fuel -= 1;
            match self.program[pc] {
                Op::Accept => return true,
                Op::Mark => self.mark = Some(at),
                Op::Jump(to) => {
                    pc = usize::from(to);
                    continue;
                }
                Op::Split(one, other) => {
                    if self.may_go(usize::from(one), at) && self.step(usize::from(one), at) {
                        return true;
                    }
                    pc = usize::from(other);
                    continue;
                }
                Op::Gap(most, marks) => return self.gap(pc + 1, at, most, marks),
                Op::Start if at == 0 => {}
                Op::End if at == self.tokens.len() => {}
                Op::Start | Op::End => return false,
                op => match self.next(at) {
                    Some(token) if self.takes(op, token) => at = Self::beyond(at),
                    _ => return false,
                },
            }
            pc += 1;
        }
    }

    /// Whether the first instruction of a way can take the next token, as far as that is seen at a glance.
    #[inline]
    fn may_go(&self, pc: usize, at: usize) -> bool {
        match self.program[pc] {
            Op::Word(word) => self.next(at).is_some_and(|token| token.word == word),
            op @ (Op::Set(..) | Op::Class(_)) => self.next(at).is_some_and(|token| self.takes(op, token)),
            _ => true,
        }
    }

    #[cfg_attr(small, optimize(speed))]
    fn gap(&mut self, pc: usize, mut at: usize, most: u8, marks: bool) -> bool {
        for _ in 0..most {
            if self.step(pc, at) {
                return true;
            }
            match self.next(at) {
                Some(token) if marks || !token.is(shape::MARK) => at = Self::beyond(at),
                _ => return false,
            }
        }
        self.step(pc, at)
    }

    #[expect(clippy::inline_always, reason = "it is called for every instruction")]
    #[inline(always)]
    #[cfg_attr(small, optimize(speed))]
    fn takes(&self, op: Op, token: &Token) -> bool {
        match op {
            Op::Word(word) => token.word == word,
            Op::Set(start, end) => self.code.sets[usize::from(start)..usize::from(end)].binary_search(&token.word).is_ok(),
            Op::Class(mask) => token.is(self.code.masks[usize::from(mask)]),
            Op::NotClass(mask) => !token.is(self.code.masks[usize::from(mask)] | shape::MARK),
            Op::Any => !token.is(shape::MARK),
            _ => false,
        }
    }
}
