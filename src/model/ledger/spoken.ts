/** Of whose returns, besides the units’ own, documents speak: faults of the others stop nothing. */
export interface Spoken {
  projects: boolean;
  cities: boolean;
}

/** What is said of cities rests on their projects, too. */
export const spokenTogether = (all: readonly Spoken[]): Spoken => {
  const cities = all.some((one) => one.cities);
  return { cities, projects: cities || all.some((one) => one.projects) };
};
