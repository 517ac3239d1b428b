import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { accessTitle, type NewUser } from "./newUser";

/** All that will be made, before it is made. */
export function Review({ user, onEdit }: { user: NewUser; onEdit: (step: number) => void }) {
  const sections = [
    {
      title: t`User`,
      items: [
        { label: t`Who`, value: user.who === "person" ? t`A person` : t`A program` },
        { label: t`User name`, value: user.name },
        { label: t`Path`, value: user.path },
        { label: t`Tags`, value: user.tags.map((tag) => `${tag.key} = ${tag.value}`).join(", ") || t`None` },
      ],
    },
    {
      title: t`Permissions`,
      items: [
        { label: t`Groups`, value: user.groups.join(", ") || t`None` },
        { label: t`Policies`, value: user.policies.map((policy) => policy.name).join(", ") || t`None` },
      ],
    },
    {
      title: accessTitle(user),
      items: [
        ...(user.who === "person"
          ? [
              { label: t`Sign-in`, value: user.signIn ? t`Yes` : t`No` },
              {
                label: t`May change their own password`,
                value: user.signIn && user.mayChangePassword ? t`Yes` : t`No`,
              },
            ]
          : []),
        { label: t`Access key`, value: user.key ? t`Yes` : t`No` },
      ],
    },
  ];
  return (
    <SpaceBetween size="l">
      {sections.map((section, index) => (
        <Container
          key={section.title}
          header={
            <Header
              variant="h2"
              actions={
                <Button ariaLabel={t`Change ${section.title}`} onClick={() => onEdit(index)}>
                  {t`Change`}
                </Button>
              }
            >
              {section.title}
            </Header>
          }
        >
          <KeyValuePairs columns={3} items={section.items} />
        </Container>
      ))}
    </SpaceBetween>
  );
}
