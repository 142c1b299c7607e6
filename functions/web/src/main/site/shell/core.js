/**
 * The scoring rules themselves, compiled from the server's own code: the seam of the form pages. Until that module is loaded,
 * and where it cannot be, the answer is null and the page shows what the server answered.
 */

/**
 * What an answer is worth as typed.
 *
 * @param criterion as the form has it
 * @param answer {inputs} or {notApplicable}
 * @return {points, max} as '1.25', {faults: [{place, detail}]} where it does not fit, or null where nobody knows yet
 */
export async function score(_criterion, _answer) {
  return null;
}
