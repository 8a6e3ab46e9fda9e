/**
 * @file From a path to its endpoint: the one API route of Next (app/api/[...path]) hands every request on through this.
 * One route rather than one per path, because Next builds all of lib/server into each: 150 copies of 3.4 MB, six
 * minutes of building, and a copy to load at the first visit of every screen.
 */
import { AppError } from "../core/errors";
import { guarded, type RouteContext } from "./route";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Handler = (request: Request, context: RouteContext) => Promise<Response>;
export type Endpoint = Readonly<Partial<Record<Method, Handler>>>;

interface Node {
  readonly literal: Map<string, Node>;
  parameter: { readonly name: string; readonly node: Node } | null;
  endpoint: Endpoint | null;
}

const emptyNode = (): Node => ({ literal: new Map<string, Node>(), parameter: null, endpoint: null });

/**
 * @param endpoints by path without a slash at either end: "users/[id]"
 * @returns the handler of all of them below `/${prefix}`: a word wins over a parameter and is only itself as it is written
 *   (`%75sers` is no `users`: what looks at the path, such as modules that are off, sees the words too), an unknown path is
 *   "request/not-found", a method that the path does not have 405 with `Allow`; HEAD is answered as GET
 */
export function dispatch(prefix: string, endpoints: Readonly<Record<string, Endpoint>>): (request: Request) => Promise<Response> {
  const root = emptyNode();
  for (const [path, endpoint] of Object.entries(endpoints)) nodeOf(root, path.split("/")).endpoint = endpoint;
  return (request) =>
    guarded(async () => {
      const path = new URL(request.url).pathname.slice(prefix.length + 2);
      const params: Record<string, string> = {};
      const endpoint = find(root, path.split("/"), params);
      if (endpoint === null) throw new AppError("request/not-found", "no endpoint has this path");
      const method = METHODS.find((name) => name === request.method);
      const handler = method && (endpoint[method] ?? (method === "HEAD" ? endpoint.GET : undefined));
      if (!handler) return new Response(null, { status: 405, headers: { allow: METHODS.filter((name) => endpoint[name]).join(", ") } });
      return handler(request, { params: Promise.resolve(params) });
    });
}

function nodeOf(root: Node, parts: readonly string[]): Node {
  return parts.reduce((node, part) => {
    const name = /^\[(.+)\]$/.exec(part)?.[1];
    if (name === undefined) return node.literal.get(part) ?? setLiteral(node, part);
    node.parameter ??= { name, node: emptyNode() };
    if (node.parameter.name !== name) throw new Error(`[${name}] and [${node.parameter.name}] stand at the same place`);
    return node.parameter.node;
  }, root);
}

function setLiteral(node: Node, part: string): Node {
  const added = emptyNode();
  node.literal.set(part, added);
  return added;
}

/** Depth first, words before parameters; `params` gets what the way to the endpoint found says. */
function find(node: Node, parts: readonly string[], params: Record<string, string>): Endpoint | null {
  const [part, ...rest] = parts;
  if (part === undefined) return node.endpoint;
  const literal = node.literal.get(part);
  const found = literal ? find(literal, rest, params) : null;
  if (found !== null || node.parameter === null || part === "") return found;
  const below = find(node.parameter.node, rest, params);
  if (below !== null) params[node.parameter.name] = decoded(part);
  return below;
}

/** @throws AppError "request/invalid" for a broken percent code */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw new AppError("request/invalid", "a part of the path is no valid percent code", { cause: error });
  }
}
