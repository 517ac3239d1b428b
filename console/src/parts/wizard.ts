import { t } from "@lingui/core/macro";

/** What a wizard's buttons and steps are called. */
export const wizardTexts = (submitButton: string) => ({
  stepNumberLabel: (number: number) => t`Step ${number}`,
  collapsedStepsLabel: (number: number, count: number) => t`Step ${number} of ${count}`,
  navigationAriaLabel: t`Steps`,
  cancelButton: t`Cancel`,
  previousButton: t`Back`,
  nextButton: t`Next`,
  submitButton,
  optional: t`optional`,
});
