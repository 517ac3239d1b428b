import js from "@eslint/js";
import lingui from "eslint-plugin-lingui";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["target/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [typescript.configs.strictTypeChecked],
    plugins: { "react-hooks": hooks },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "max-lines": ["error", 250],
      // What an event handler starts reports its failure itself.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      // Generic calls say what they answer.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["**/*.test.ts", "src/editor/look.ts", "src/aws/signed.ts"],
    plugins: { lingui },
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: 'JSXElement[openingElement.name.name="Trans"]:not(:has(> JSXElement))',
          message: "<Trans> is for texts with links or other elements. It would read tags in values; use t.",
        },
      ],
      "lingui/no-single-tag-to-translate": "error",
      "lingui/no-single-variables-to-translate": "error",
      "lingui/no-trans-inside-trans": "error",
      "lingui/no-unlocalized-strings": [
        "error",
        {
          useTsTypes: true,
          ignore: [
            // No letters, one word in lower case, a name in camel case, and what begins as an address or a pattern does.
            "^[^A-Za-z]*$",
            "^[a-z]\\S*$",
            "^[A-Z]+[a-z]+[A-Z]\\w*$",
            '^[#<$:"\\\\-]',
            // Names of standards and formats.
            "^(ARN|ID|JSON|MFA|OpenID Connect|SAML( 2\\.0)?)$",
            // The words of policies, of HTTP and of a shell, and what AWS says itself.
            "^(Not)?(Action|Resource|Principal)$",
            "^(Version|Id|Statement|Sid|Effect|Condition|Allow|Deny|AWS|Service|Federated|Bool|Null)$",
            "^(POST|Retry-After)$",
            "^export AWS_",
            "^(User: arn:|Access key ID,Secret access key)",
            // The product's name, the letters of passwords, and the squares of a QR code.
            "^Claviger(:|AccessKeys/MaxAgeDays)?$",
            "– Claviger$",
            "^[A-Z]{5,}$",
            "^M\\S* \\S*h1v1h-1z$",
          ],
          ignoreNames: [
            "className",
            "href",
            "id",
            "path",
            "viewBox",
            "queryKey",
            "sid",
            "count",
            "quota",
            "accept",
            "sortingField",
          ],
          ignoreFunctions: [
            "*.includes",
            "*.startsWith",
            "*.endsWith",
            "*.split",
            "*.getElementById",
            "matchMedia",
            "download",
            "path",
          ],
        },
      ],
    },
  },
  {
    files: ["tests/**/*.mjs", "build/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
