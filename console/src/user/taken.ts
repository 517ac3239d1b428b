import { GetUserCommand } from "@aws-sdk/client-iam";
import { useQuery } from "@tanstack/react-query";
import { iam } from "../aws/clients";
import { faultOfName } from "./newUser";

/**
 * Whether a user has the name, looked up while the person goes on: false until it is known. Anyone who may not look finds
 * out when the user is made.
 */
export function useTaken(name: string): boolean {
  const found = useQuery({
    queryKey: ["users", name, "taken"],
    enabled: name !== "" && faultOfName(name) === undefined,
    retry: false,
    queryFn: () =>
      iam.send(new GetUserCommand({ UserName: name })).then(
        () => true,
        () => false,
      ),
  });
  return found.data === true;
}
