/** What a wizard's buttons and steps are called. */
export const wizardTexts = (submitButton: string) => ({
  stepNumberLabel: (number: number) => `Step ${number}`,
  collapsedStepsLabel: (number: number, count: number) => `Step ${number} of ${count}`,
  navigationAriaLabel: "Steps",
  cancelButton: "Cancel",
  previousButton: "Back",
  nextButton: "Next",
  submitButton,
  optional: "optional",
});
