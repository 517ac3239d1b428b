resource "aws_iam_user" "alice" {
  name          = "alice"
  path          = ["/", "/moved/", "/moved/"][var.stage - 1]
  force_destroy = true

  permissions_boundary = [aws_iam_policy.reading.arn, "arn:aws:iam::aws:policy/ReadOnlyAccess", null][var.stage - 1]

  tags = [
    { Team = "blue", Stage = "test" },
    { Team = "green" },
    {},
  ][var.stage - 1]
}

resource "aws_iam_user" "bob" {
  name = ["bob", "robert", "robert"][var.stage - 1]

  permissions_boundary = [null, null, aws_iam_policy.reading.arn][var.stage - 1]
}

resource "aws_iam_access_key" "alice" {
  user   = aws_iam_user.alice.name
  status = ["Active", "Inactive", "Active"][var.stage - 1]
}

resource "aws_iam_user_policy" "own_keys" {
  name = "own-keys"
  user = aws_iam_user.alice.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = [["iam:*AccessKey*"], ["iam:*AccessKey*", "iam:GetUser"], ["iam:GetUser"]][var.stage - 1]
      Resource = "*"
    }]
  })
}

data "aws_iam_users" "all" {
  depends_on = [aws_iam_user.alice, aws_iam_user.bob]
}

data "aws_iam_user" "alice" {
  user_name = aws_iam_user.alice.name
}
