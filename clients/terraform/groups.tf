resource "aws_iam_group" "devs" {
  name = ["devs", "engineers", "engineers"][var.stage - 1]
  path = ["/", "/", "/teams/"][var.stage - 1]
}

resource "aws_iam_group" "ops" {
  name = "ops"
}

resource "aws_iam_group_membership" "devs" {
  name  = "devs"
  group = aws_iam_group.devs.name

  users = [
    [aws_iam_user.alice.name],
    [aws_iam_user.alice.name, aws_iam_user.bob.name],
    [aws_iam_user.bob.name],
  ][var.stage - 1]
}

resource "aws_iam_user_group_membership" "alice" {
  user   = aws_iam_user.alice.name
  groups = [aws_iam_group.ops.name]
}

resource "aws_iam_group_policy" "lists" {
  name  = "lists"
  group = aws_iam_group.ops.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:List*", Resource = "*" }]
  })
}

resource "aws_iam_group_policy_attachment" "devs" {
  group = aws_iam_group.devs.name

  policy_arn = [
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    aws_iam_policy.reading.arn,
    aws_iam_policy.reading.arn,
  ][var.stage - 1]
}

data "aws_iam_group" "ops" {
  group_name = aws_iam_group.ops.name
  depends_on = [aws_iam_user_group_membership.alice]
}
