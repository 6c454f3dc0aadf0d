/** What a finding tells about the article. */
export type Category = "hedge" | "source" | "pending";

/** The kinds of finding, category by category. */
export type Kind =
  | "modal" | "probability" | "hearsay" | "appearance" | "belief" | "unverified" | "condition" | "approximation" | "limiter"
  | "anonymous" | "role" | "group" | "agentless" | "reports"
  | "undecided" | "deliberating" | "negotiating" | "awaiting" | "planned";

export type Strength = "weak" | "medium" | "strong";

/** Offsets count UTF-16 units, so `text.slice(start, end)` gives the words. */
export interface Finding {
  category: Category;
  kind: Kind;
  start: number;
  end: number;
  text: string;
  /** Whose words: the article's own, or inside a direct quotation. */
  voice: "article" | "quoted";
  strength: Strength;
  /** The id of the rule. */
  rule: string;
  /** Number of its sentence in `sentences`. */
  sentence: number;
  /** Why a reader may care. */
  why: string;
  /** The question to ask. */
  ask: string;
  /** In reported speech, who claims it. */
  whose?: string;
  /** Of an open decision: who decides. */
  decider?: string;
  /** Of an open decision: the date the sentence gives. */
  date?: string;
  /** How many hedges it stacks, when more than one. */
  cues?: number;
}

/** Wording that looks like a finding and is none. */
export interface Rejected {
  rule: string;
  start: number;
  end: number;
  text: string;
  reason: string;
}

export interface Source {
  phrase: string;
  /** Absent for a named source. */
  kind?: Kind;
  number: { count: number } | "several" | "none";
  knowledge?: string;
  reason?: string;
  outlet?: string;
  times: number;
  claims: string[];
}

export interface Decision {
  /** Number in `findings`. */
  finding: number;
  stage: Kind;
  decider?: string;
  date?: string;
}

export interface Report {
  /** Version of this form. */
  schema: 2;
  text: string;
  shown: { statement: string; filter: string; ignored: string; kept_back: number };
  /** The article in one plain sentence. */
  summary: string;
  /** Why there may be no findings; null for English text. */
  notice: "empty" | "not-text" | "not-english" | null;
  blocks: { kind: "furniture" | "headline" | "paragraph" | "item" | "quotation"; start: number; end: number }[];
  sentences: [start: number, end: number][];
  citations: string[];
  findings: Finding[];
  rejected: Rejected[];
  sources: { unnamed: Source[]; named: Source[] };
  decisions: Decision[];
}

export interface Options {
  /** Only findings of these categories or kinds. */
  only?: (Category | Kind)[];
  /** A list of one's own, as TOML in the form of the lexicon. */
  lexicon?: string;
}

/**
 * The report on an English news article.
 * @throws Error with a message when an option or the list is faulty.
 */
export function analyze(text: string, options?: Options): Report;
