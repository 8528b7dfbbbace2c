import { createRequire } from "node:module";

/*
 * Every client of the web SDK reads Firestore's protocol anew, which takes longer than most of what
 * tests do with it: here it is read once. Loaded before the SDK, which takes hold of the reader.
 */
interface Loader {
  fromJSON(protocol: object, options: object): object;
}

const sdk = createRequire(import.meta.resolve("firebase/firestore"));
const loader: Loader = createRequire(sdk.resolve("@firebase/firestore"))("@grpc/proto-loader");
const read = loader.fromJSON;
const known = new Map<object, object>();

loader.fromJSON = (protocol, options) => {
  const definition = known.get(protocol) ?? read(protocol, options);
  known.set(protocol, definition);
  return definition;
};
