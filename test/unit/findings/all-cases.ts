/** The cases of all rules, by the names of their files: `rules/<id>.cases.ts`. */
import type { RuleCases } from "./rule-case.js";

declare global {
  interface ImportMeta {
    /** Vite's list of the modules that a pattern names, made when this file is transformed. */
    glob(pattern: string): Record<string, () => Promise<unknown>>;
    glob<Module>(pattern: string, options: { readonly eager: true }): Record<string, Module>;
  }
}

const modules = import.meta.glob<{ readonly cases: RuleCases }>("./rules/*.cases.ts", { eager: true });

export const RULE_CASES: Readonly<Record<string, RuleCases>> = Object.fromEntries(
  Object.entries(modules).map(([path, { cases }]) => [path.replace(/^.*\/|\.cases\.ts$/g, ""), cases]),
);
