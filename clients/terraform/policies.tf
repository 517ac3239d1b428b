resource "aws_iam_policy" "reading" {
  name        = "reading"
  path        = "/terraform/"
  description = "What everyone may read"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = [["s3:Get*"], ["s3:Get*", "s3:List*"], ["s3:List*"]][var.stage - 1]
      Resource = "*"
    }]
  })

  tags = [
    { Team = "blue" },
    { Team = "green", Cost = "1" },
    { Cost = "2" },
  ][var.stage - 1]
}

resource "aws_iam_user_policy_attachment" "alice" {
  user       = aws_iam_user.alice.name
  policy_arn = aws_iam_policy.reading.arn
}

# This one asks for everything that a policy is attached to.
resource "aws_iam_policy_attachment" "billing" {
  name       = "billing"
  policy_arn = "arn:aws:iam::aws:policy/job-function/Billing"
  users      = [[aws_iam_user.bob.name], [aws_iam_user.bob.name], []][var.stage - 1]
  groups     = [aws_iam_group.ops.name]
}

data "aws_iam_policy" "reading" {
  arn = aws_iam_policy.reading.arn
}

data "aws_iam_principal_policy_simulation" "alice" {
  policy_source_arn = aws_iam_user.alice.arn
  action_names      = ["s3:GetObject", "s3:ListBucket"]
  resource_arns     = ["arn:aws:s3:::bucket"]

  depends_on = [aws_iam_user_policy_attachment.alice]
}
