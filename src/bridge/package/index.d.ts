/** The category of a finding: hedged wording, an unnamed source, or an undecided matter. */
export type Category = "hedge" | "source" | "pending";

/** The kinds of finding, with the hedges first, then the sources, then the undecided matters. */
export type Kind =
  | "modal" | "probability" | "hearsay" | "appearance" | "belief" | "unverified" | "condition" | "approximation" | "limiter"
  | "anonymous" | "role" | "group" | "agentless" | "reports"
  | "undecided" | "deliberating" | "negotiating" | "awaiting" | "planned";

export type Strength = "weak" | "medium" | "strong";

/** Offsets count UTF-16 units, so `text.slice(start, end)` returns the words. */
export interface Finding {
  category: Category;
  kind: Kind;
  start: number;
  end: number;
  text: string;
  /** `quoted` inside a direct quotation. */
  voice: "article" | "quoted";
  strength: Strength;
  /** The id of the rule. */
  rule: string;
  /** The index of its sentence in `sentences`. */
  sentence: number;
  /** Why it may matter to a reader. */
  why: string;
  /** A question to ask. */
  ask: string;
  /** In reported speech: who claims it. */
  whose?: string;
  /** Of an undecided matter: who plans, talks, weighs or decides. */
  decider?: string;
  /** Of an undecided matter: when it is due. */
  date?: string;
  /** The number of hedges that it combines, if there are several. */
  cues?: number;
}

/** A look-alike: wording that a rule matches but does not mark, with the reason. */
export interface Rejected {
  rule: string;
  start: number;
  end: number;
  text: string;
  reason: string;
}

/** A row of the source ledger. */
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

/** A row of the decision ledger. */
export interface Decision {
  /** The strongest wording that calls the matter open. */
  wording: string;
  /** The wording with what it is about: its clause, or its whole sentence where the clause alone would mislead. */
  matter: string;
  stage: Kind;
  /** Who plans, talks, weighs or decides; of talks both sides: `Oster and Nordhall`. */
  decider?: string;
  /** When the step is due. */
  date?: string;
  /** The indices in `findings` of all its wordings. */
  findings: number[];
}

export interface Report {
  /** The version of this format. */
  schema: 3;
  text: string;
  shown: { statement: string; filter: string; ignored: string; kept_back: number };
  /** The summary in one sentence. */
  summary: string;
  /** Why nothing is marked; null for English text. */
  notice: "empty" | "address" | "not-text" | "not-english" | null;
  blocks: { kind: "furniture" | "headline" | "paragraph" | "item" | "quotation"; start: number; end: number }[];
  sentences: [start: number, end: number][];
  citations: string[];
  findings: Finding[];
  rejected: Rejected[];
  sources: { unnamed: Source[]; named: Source[] };
  decisions: Decision[];
}

export interface Options {
  /** Report only these categories and kinds. */
  only?: (Category | Kind)[];
  /** A list of the user's own words and patterns, as TOML. */
  lexicon?: string;
}

/**
 * Loads the engine. Resolves when `analyze` can be called; later calls return the same promise.
 *
 * @param wasm Where the engine is, only for `caveat-lector/web`: an address, a `Response`, the bytes, or a `WebAssembly.Module`. By default
 * the file beside the module.
 */
export function init(wasm?: string | object): Promise<void>;

/**
 * Analyses an English news article and returns the report.
 * @throws Error if the engine is not loaded, if the text is not a string, or if an option or the list is faulty.
 */
export function analyze(text: string, options?: Options): Report;
