import { readTable } from "../csv";

/** A use case of 2.x with what the other tables say of it. */
export interface UseCase {
  id: string;
  since: string;
  title: string;
  role: string;
  requirements: number;
  /** How many certification cases test one of its requirements. */
  cases: number;
}

/** The use cases of 2.x, in order. */
export async function readUseCases(): Promise<UseCase[]> {
  const requirements = await readTable("requirement-ids.csv");
  const cases = await readTable("certification-cases.csv");
  return (await readTable("use-cases.csv")).map(({ id = "", since = "", title = "", role = "" }) => ({
    id,
    since,
    title,
    role,
    requirements: requirements.filter((requirement) => isOf(id, requirement.id)).length,
    cases: cases.filter((one) => one.requirements?.split(" ").some((requirement) => isOf(id, requirement))).length,
  }));
}

/** Whether a use case speaks of an action: by its name, or by the same words in its title. */
export function speaksOf({ title, role }: UseCase, action: string): boolean {
  const words = title.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
  return new RegExp(`\\b${action}\\b`).test(`${title} ${role}`) || words.includes(action.toLowerCase());
}

const isOf = (useCase: string, requirement = "") => requirement.startsWith(`${useCase}.`);
