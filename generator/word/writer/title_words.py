"""Words that a title is made of: it is broken between them, never inside.

GB/T 9704-2012, 7.3.1: 词意完整.
"""

from __future__ import annotations

_ORGANS = """
政府 委员会 领导小组 办公室 办公厅 局 厅 部 委 院 会 中心 省委 市委 县委 区委 党委 党组
党工委 指挥部 专班 公司 集团 大学 学校 医院 银行 协会 联合会
"""
_TRAILING = """
工作 情况 事项 方案 报告 建设 任务 项目 体系 机制 制度 规划 计划 意见 办法 总结 清单
问题 成果 成效 领域 方面 活动 行动 资金 政策 措施 目标 责任 专项 统计表 情况表 一览表
明细表 汇总表 表 年度 地区 单位 名单 自评 评估 考核
"""
_WORDS = """
关于 报送 印发 转发 批转 下发 上报 呈报 申请 请示 批复 同意 开展 推进 做好 加强 深化
落实 贯彻 实施 加快 促进 巩固 拓展 完善 建立 健全 进一步 全面 深入 持续 扎实 切实 有效
衔接 脱贫 攻坚 脱贫攻坚 乡村 振兴 乡村振兴 东西部 协作 东西部协作 对口 支援 合作 对口支援
帮扶 消费 产业 劳务 就业 人才 教育 医疗 干部 农村 农业 农民 经济 社会 发展 现代 现代化
生态 环境 保护 安全 生产 安全生产 应急 管理 防汛 抗旱 财政 税务 审计 监督 检查 整改 反馈
督查 督导 巡视 巡察 营商 优化 改革 创新 服务 基层 治理 民生 保障 重点 重大 综合 统筹
协调 组织 领导 宣传 学习 主题 精神 会议 全国 全省 全市 全县 全区 我省 我市 我县 我区
上半年 下半年 第一季度 第二季度 第三季度 第四季度 半年 季度 通知 通报 公告 通告 决定 决议
命令 函 纪要 案例 典型 经验 做法 材料 附表 附件 支持 需求 结对 示范村 园区 共建 示范
样板 打造 支援合作 要点 机遇 特色 品牌 模式 带动 助推 助力 赋能 引领 聚焦 构建 强化 提升
提高 增强 防范 化解 风险 固定资产 数字化 信息化 工业 工业化 城镇化 一体化 高质量 高标准
农田 粮食 耕地 水利 交通 公路 住房 文化 旅游 体育 卫生 健康 养老 人民 党风廉政 意识形态
法治 信息 公开 政务 数据 数字 统计 指标 完成 进展 中央 国务院 中共 自治区 自治州 自治县
生产总值 招商 引资 投资 企业 市场 主体 城乡 居民 收入 防返贫 监测 返贫 责任制
"""

ORGANS = tuple(_ORGANS.split())
"""What the name of an organ ends with: a title may be broken behind it."""

TRAILING = frozenset(_TRAILING.split())
"""Words that belong to what stands before them: a line is not broken there if it can be helped."""

WORDS = frozenset(_WORDS.split()) | TRAILING
"""Words as they stand in titles; the longest that fits is taken."""
