/** Replaces a dictionary of the primitives by an empty one; see `unspoken` in next.config.ts. */
module.exports = () => "export default {};";
